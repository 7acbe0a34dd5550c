/**
 * Writes what the docs repeat from the code: the tables of README.md from action.yml, the roles of docs/rbac.md from
 * the access rules. With `--check` it changes nothing and fails when a page is not current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { requestsOf } from '../src/plan.ts';
import { renderRole } from '../src/kube/role.ts';
import type { Operation } from '../src/model.ts';
import { type TargetKindName, targetKinds } from '../src/targets/index.ts';

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
  'README.md': { inputs: inputTable(), outputs: outputTable() },
  'docs/rbac.md': { roles: roles('rollout', 'web', 'shop'), optional: optional('rollout', 'web', 'shop') },
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

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function escapeCell(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
}

/** A role for each operation of a kind; operations that need the same share one. */
function roles(kindName: TargetKindName, name: string, namespace: string): string {
  const kind = targetKinds[kindName];
  const access = (operation: Operation): string =>
    renderRole(
      kind.access(name, namespace, requestsOf({ operation, onPause: 'promote', onTimeout: 'abort' })),
      'rollout-conductor',
    );
  return [...Map.groupBy(kind.operations, access)]
    .map(([role, operations]) => {
      const names = operations.map((operation) => `\`${operation}\``);
      return `### ${names.join(', ')}\n\n${codeBlock(role)}`;
    })
    .join('\n\n');
}

/** What is left out of no role, and missed without harm where somebody leaves it out. */
function optional(kindName: TargetKindName, name: string, namespace: string): string {
  const kind = targetKinds[kindName];
  const rules = kind.operations.flatMap((operation) =>
    kind.access(name, namespace, requestsOf({ operation, onPause: 'promote', onTimeout: 'abort' })),
  );
  const lines = rules
    .filter((rule) => rule.optional === true)
    .map(({ verb, resource, why }) => `- \`${verb}\` on \`${resource}\`: to ${why}`);
  return [...new Set(lines)].join('\n');
}

function codeBlock(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
}

/** The page with its generated parts renewed. */
function renew(file: string, text: string): string {
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

const check = process.argv.includes('--check');
for (const file of Object.keys(parts)) {
  const before = read(file);
  const now = renew(file, before);
  if (now === before) continue;
  if (check) {
    console.error(`${file} is not what the code says. Mend it with: npm run docs`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, file), now);
    console.log(`${file} renewed`);
  }
}
