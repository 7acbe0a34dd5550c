/**
 * Writes what the docs repeat from the code: the tables of README.md from action.yml, its workflows from examples/, the
 * roles of docs/rbac.md from the access rules, the args of docs/checks.md and the schema of `checks` files from what reads
 * them, the schema of the report from its types. With `--check` it changes nothing and fails when a page is not current.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkRules } from './checks-rbac.ts';
import { predefined } from '../src/checks/args.ts';
import { checksSchema } from './checks-schema.ts';
import { codeBlock, table } from './markdown.ts';
import { operationTable, optionalRules, roles, workloadRoles } from './rbac.ts';
import { reportSchema } from './report-schema.ts';

interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly required?: boolean; readonly default?: string }>
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const action = parse(read('action.yml')) as Action;

/** What stands between `<!-- name:start -->` and `<!-- name:end -->`, by page and name. */
const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': {
    inputs: inputTable(),
    outputs: outputTable(),
    ...workflows(
      'examples/smoke-test/deploy.yml',
      'examples/operations/operate.yml',
      'examples/gitops/follow.yml',
      'examples/restart/nightly.yml',
    ),
  },
  'docs/checks.md': { args: argTable() },
  'docs/rbac.md': {
    operations: operationTable(),
    roles: roles(),
    workload: workloadRoles(),
    checks: checkRules(),
    optional: optionalRules(),
  },
};

function inputTable(): string {
  const rows = Object.entries(action.inputs).map(([name, { description, required, default: standard }]) => {
    const without = required === true ? 'required' : standard === undefined ? '' : `\`${standard}\``;
    return [`\`${name}\``, description, without];
  });
  return table(['Input', 'Meaning', 'Default'], rows);
}

function outputTable(): string {
  const rows = Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  return table(['Output', 'Meaning'], rows);
}

function argTable(): string {
  const rows = Object.entries(predefined).map(([name, { meaning }]) => [`\`${name}\``, meaning]);
  return table(['Arg', 'Value'], rows);
}

/** The workflows as they stand, each under the name of its file. */
function workflows(...files: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map((file) => [file, codeBlock(read(file))]));
}

/** The page with its generated parts renewed. */
function renew(file: string, text: string): string {
  const unknown = [...text.matchAll(/<!-- (\S+):start -->/g)].find(
    ([, name = '']) => !(name in (parts[file] ?? {})),
  );
  if (unknown !== undefined)
    throw new Error(`${file} has the marker ${unknown[0]}, and nothing stands for it.`);
  return Object.entries(parts[file] ?? {}).reduce((page, [name, part]) => {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [before, rest] = split(page, start, file);
    const [, after] = split(rest, end, file);
    return `${before}${start}\n\n${part}\n\n${end}${after}`;
  }, text);
}

function split(text: string, marker: string, file: string): readonly [string, string] {
  const [before, after, ...more] = text.split(marker);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} should have the marker ${marker} once.`);
  return [before, after];
}

/** Files that the code says as a whole. */
const wholes: Readonly<Record<string, string>> = {
  'docs/checks.schema.json': `${JSON.stringify(checksSchema, undefined, 2)}\n`,
  'docs/report.schema.json': `${JSON.stringify(reportSchema(), undefined, 2)}\n`,
};

const check = process.argv.includes('--check');
for (const file of [...Object.keys(parts), ...Object.keys(wholes)]) {
  const before = existsSync(join(root, file)) ? read(file) : '';
  const now = wholes[file] ?? renew(file, before);
  if (now === before) continue;
  if (check) {
    console.error(`${file} is not what the code says. Mend it with: npm run docs`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, file), now);
    console.log(`${file} renewed`);
  }
}
