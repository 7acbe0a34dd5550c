import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { predefined } from '../src/checks/args.ts';
import { metricFields } from '../src/checks/reading/fields.ts';
import { providers } from '../src/checks/index.ts';
import { parseChecks } from '../src/checks/reading/parse.ts';
import { mostBytes } from '../src/document/bounded.ts';
import { reportSchema } from './support/report-schema.ts';
import {
  codeBlocks,
  filesBelow,
  mistakesIn,
  mistakesInStep,
  placeholder,
  root,
  type Step,
  textOf,
  unpinned,
  type Workflow,
  workflowsIn,
} from './support/workflow.ts';

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...['docs', 'cluster', 'examples', '.github'].flatMap((folder) => filesBelow(folder, '.md')),
];

/** Runs scripts/docs.ts in a checkout. */
function runDocs(checkout: string, ...args: string[]): Promise<{ code: unknown; says: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(checkout, 'scripts', 'docs.ts'), ...args], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, says: `${stdout}${stderr}` }),
    );
  });
}

describe('npm run docs', () => {
  let copy = '';

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'docs-'));
    for (const part of ['scripts', 'src', 'docs', 'examples', 'action.yml', 'README.md', 'package.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('has nothing to renew', async () => {
    expect(await runDocs(root, '--check')).toEqual({ code: 0, says: '' });
  });

  it('renews what action.yml has changed, and --check tells how', async () => {
    const changed = textOf('action.yml').replace('What is rolled out', 'That which is rolled out');
    writeFileSync(join(copy, 'action.yml'), changed);
    expect(await runDocs(copy, '--check')).toEqual({
      code: 1,
      says: 'README.md is not what the code says. Mend it with: npm run docs\n',
    });
    expect(await runDocs(copy)).toEqual({ code: 0, says: 'README.md renewed\n' });
    expect(await runDocs(copy, '--check')).toEqual({ code: 0, says: '' });
  }, 30_000);
});

describe.each(pages)('%s', (page) => {
  const text = textOf(page);
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

  it('links only to what is there', () => {
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)];
    const targets = links.map(([, link, source]) => link ?? source ?? '');
    const relative = targets.filter((target) => !/^[a-z]+:/.test(target));
    expect(relative.filter((target) => !isThere(page, target))).toEqual([]);
  });

  it('names only npm scripts that are there', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

function isThere(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), path));
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || anchorsOf(textOf(file)).includes(anchor);
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(text: string): readonly string[] {
  const headings = text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the workflows of README.md', () => {
  const parsed = codeBlocks('README.md', 'yaml').map((yaml) => parse(yaml) as Workflow | readonly Step[]);

  it('are there', () => {
    expect(parsed.filter((block) => 'jobs' in block)).not.toHaveLength(0);
  });

  it.each(parsed.map((block, i) => [i + 1, block] as const))(
    'block %i uses only inputs of action.yml',
    (_, block) => {
      expect('jobs' in block ? mistakesIn(block) : block.flatMap(mistakesInStep)).toEqual([]);
    },
  );
});

describe('the workflows of docs/clusters.md', () => {
  const workflows = workflowsIn('docs/clusters.md').map((yaml) => [yaml, parse(yaml) as Workflow] as const);

  it('are all of its YAML, but for what is applied to the cluster', () => {
    const others = codeBlocks('docs/clusters.md', 'yaml').filter((yaml) => !/^jobs:/m.test(yaml));
    expect(others.filter((yaml) => !yaml.startsWith('apiVersion: '))).toEqual([]);
    expect(workflows).toHaveLength(7);
  });

  it.each(workflows.map(([yaml, workflow]) => [workflow.name, yaml, workflow] as const))(
    '%s: uses this action and its inputs, asks for nothing that it does not need, pins what it uses',
    (_, yaml, workflow) => {
      expect(
        Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps.map(({ uses }) => uses)),
      ).toContain(placeholder);
      expect(mistakesIn(workflow)).toEqual([]);
      expect(workflow.permissions).toEqual({});
      expect(workflow.concurrency).toBeDefined();
      expect(unpinned(yaml)).toEqual([]);
    },
  );
});

describe('docs/checks.md', () => {
  const blocks = codeBlocks('docs/checks.md', 'yaml');
  const steps = blocks.filter((yaml) => yaml.includes('uses:'));
  const checks = [
    ...blocks.filter((yaml) => !steps.includes(yaml)),
    ...steps.map((yaml) => (parse(yaml) as readonly Step[])[0]?.with?.['checks'] ?? ''),
  ].filter((yaml) => yaml.includes('\n'));

  it('has steps that use only inputs of action.yml', () => {
    expect(steps.flatMap((yaml) => (parse(yaml) as readonly Step[]).flatMap(mistakesInStep))).toEqual([]);
  });

  it.each(checks)('has checks that are right:\n%s', (yaml) => {
    expect(parseChecks({ checks: yaml, args: '' }, {}, root)).toMatchObject({ kind: 'checks' });
  });

  it('has every provider, every arg that is always there with its meaning, and every field of a metric', () => {
    const text = textOf('docs/checks.md').replaceAll(/ +/g, ' ');
    const args = Object.entries(predefined).map(([name, { meaning }]) => `| \`${name}\` | ${meaning} |`);
    const words = [...Object.keys(providers), ...metricFields].filter((word) => word !== 'analysisTemplate');
    expect(args.filter((row) => !text.includes(row))).toEqual([]);
    expect(words.filter((word) => !text.includes(`\`${word}\``) && !text.includes(`${word}:`))).toEqual([]);
  });
});

describe('docs/report.md', () => {
  const text = textOf('docs/report.md');
  const schemas = [reportSchema, ...Object.values(reportSchema.$defs)];
  const fields = schemas.flatMap(({ properties = {} }) => Object.keys(properties));

  it('reads only fields that a report has', () => {
    const commands = text.match(/^ {4}.*(?:\n {4}.*)*$/gm)?.filter((block) => block.includes('jq')) ?? [];
    expect(commands).toHaveLength(4);
    const read = commands.flatMap((command) =>
      [...command.matchAll(/(?<=[\s("\].])\.?\.([a-z]\w+)/gi)].map(([, field = '']) => field),
    );
    expect(read).toContain('measurements');
    expect(read.filter((field) => !fields.includes(field) && field !== 'json')).toEqual([]);
  });

  it('names the version and the limit that the code has', () => {
    expect(text).toContain(`\`version\` is ${String(reportSchema.properties?.['version']?.const)}`);
    expect(text).toContain(`more than ${String(mostBytes / 1024 / 1024)} MiB`);
  });
});

describe('docs/troubleshooting.md', () => {
  const source = filesBelow('src', '.ts').map(textOf).join('\n');
  const headings = [...textOf('docs/troubleshooting.md').matchAll(/^### (.*)$/gm)].map(
    ([, heading = '']) => heading,
  );
  const messages = headings.flatMap((heading) =>
    [...heading.matchAll(/`([^`]+)`/g)].map(([, message = '']) => message),
  );

  it.each(messages)('quotes "%s" as the action says it', (message) => {
    expect(message.split('…').filter((part) => !source.includes(part))).toEqual([]);
  });
});
