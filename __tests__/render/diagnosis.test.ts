import { describe, expect, it } from '@jest/globals';
import type { Diagnosis } from '../../src/diagnose/finding.ts';
import { renderDiagnosis, renderDiagnosisMarkdown } from '../../src/render/diagnosis.ts';
import { elements, nodes, parseMarkdown, referencesIn, textOf, types } from '../fixtures/markdown.ts';

const diagnosis: Diagnosis = {
  problem: '2 of 3 pods cannot pull registry.test/web:2: manifest unknown',
  evidence: [
    'pod web-1, container web: waiting, ErrImagePull',
    'event Failed (4 times): Failed to pull image',
  ],
  advice: 'Push the image, or correct its name and tag.',
  cause: 'unknown-image',
  final: true,
  pods: { affected: 2, ready: 0, total: 3 },
};
const hostile = '::error::x ##[error]y </details> `a` ``` [b](http://c) @d\n::set-output::e';

describe('a diagnosis in the log', () => {
  it('is the problem, the evidence and the advice', () => {
    expect(renderDiagnosis(diagnosis)).toEqual([
      '✖ 2 of 3 pods cannot pull registry.test/web:2: manifest unknown',
      '    pod web-1, container web: waiting, ErrImagePull',
      '    event Failed (4 times): Failed to pull image',
      '  → Push the image, or correct its name and tag.',
    ]);
  });

  it('has another icon if nothing is known to be wrong', () => {
    expect(renderDiagnosis({ ...diagnosis, cause: 'starting' })[0]).toMatch(/^◌ 2 of 3/);
  });

  it('holds no workflow command, whatever the cluster says', () => {
    const lines = renderDiagnosis({ ...diagnosis, problem: hostile, evidence: [hostile], advice: hostile });
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).not.toMatch(/^\s*::|##\[|\n/);
      expect(line).toContain('set-output');
    }
  });
});

describe('a diagnosis in the summary', () => {
  it('is the problem, the advice, and the evidence as a block', async () => {
    const ast = await parseMarkdown(renderDiagnosisMarkdown(diagnosis));
    expect(ast.children?.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'code']);
    expect(textOf(nodes('strong', ast)[0] ?? ast)).toBe(diagnosis.problem);
    expect(textOf(nodes('code', ast)[0] ?? ast)).toBe(diagnosis.evidence.join('\n'));
  });

  it('has no block without evidence', async () => {
    const ast = await parseMarkdown(renderDiagnosisMarkdown({ ...diagnosis, evidence: [] }));
    expect(nodes('code', ast)).toEqual([]);
  });

  it('shows what the cluster says letter by letter', async () => {
    const said = { ...diagnosis, problem: hostile, evidence: [hostile, '```'], advice: hostile };
    const ast = await parseMarkdown(renderDiagnosisMarkdown(said));
    expect(types(ast)).toEqual(new Set(['root', 'paragraph', 'strong', 'text', 'html', 'code']));
    expect([...elements(ast), ...referencesIn(ast)]).toEqual([]);
  });
});
