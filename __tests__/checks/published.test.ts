import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import {
  codeBlocks,
  exampleFiles,
  filesBelow,
  root,
  type Step,
  textOf,
  type Workflow,
} from '../support/workflow.ts';
import { told } from './read.ts';

/** Checks that people may copy: what is shown, the YAML or the path, and the args of its step. */
type Shown = readonly [where: string, checks: string, args: string];

const validate = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(new URL('../../docs/checks.schema.json', import.meta.url), 'utf8')) as object,
);

function inSteps(where: string, steps: readonly Step[]): readonly Shown[] {
  return steps.flatMap(({ with: inputs }): readonly Shown[] => {
    const checks = inputs?.['checks'] ?? '';
    return checks.includes('\n') ? [[where, checks, inputs?.['args'] ?? '']] : [];
  });
}

const pages = ['README.md', ...filesBelow('docs', '.md')].flatMap((page) =>
  codeBlocks(page, 'yaml').flatMap((yaml, index): readonly Shown[] => {
    const where = `block ${String(index + 1)} of ${page}`;
    if (/^jobs:/m.test(yaml)) return inWorkflow(where, yaml);
    if (/^ +uses:|^- uses:/m.test(yaml)) return inSteps(where, parse(yaml) as readonly Step[]);
    return /^(- (name|templateName)|args|metrics):/.test(yaml) ? [[where, yaml, '']] : [];
  }),
);

function inWorkflow(where: string, yaml: string): readonly Shown[] {
  const { jobs } = parse(yaml) as Workflow;
  return inSteps(
    where,
    Object.values(jobs).flatMap(({ steps = [] }) => steps),
  );
}

const examples = [
  ...exampleFiles.flatMap((file) => inWorkflow(file, textOf(file))),
  ...filesBelow('examples', 'checks.yaml').map((file): Shown => [file, file, '']),
];

describe('the checks that people may copy', () => {
  it('are found', () => {
    expect(examples).not.toHaveLength(0);
    expect(pages).not.toHaveLength(0);
  });

  it.each([...examples, ...pages].map(([where, checks, args]) => [where, { checks, args }] as const))(
    '%s: are right, and allowed by the schema',
    (_, { checks, args }) => {
      const env = Object.fromEntries([...args.matchAll(/\$(\w+)/g)].map(([, name = '']) => [name, '1']));
      expect(told(checks, { args, env, folder: root })).toEqual([]);
      validate(parse(checks.includes('\n') ? checks : textOf(checks)));
      expect(validate.errors ?? []).toEqual([]);
    },
  );
});
