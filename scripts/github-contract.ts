/**
 * Writes __tests__/github/contract.json: of GitHub's own OpenAPI description, the operations that the contract server
 * answers, and all they refer to. The description comes from the npm registry into a temporary folder; it is 404 MB
 * unpacked, so it is no dependency. Run it again after a change of the version here or of the server's operations:
 * npm run github-contract
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { operations } from '../__tests__/github/operations/index.ts';

/** The package and the version that the slice is of. */
const source = { name: '@octokit/openapi', version: '23.0.2' } as const;
const output = join(import.meta.dirname, '..', '__tests__', 'github', 'contract.json');

interface Tree {
  readonly [key: string]: unknown;
}

interface Description {
  readonly openapi: string;
  readonly info: Tree;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Tree>>>>;
}

/** What is for readers only. The links of `externalDocs` stay: GitHub's errors carry them. */
const forReaders = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'tags',
  'x-github-breaking-changes',
]);

/** Where keys are names and no words of the description: a field may well be named `description`. */
const named = new Set([
  'properties',
  'patternProperties',
  'schemas',
  'responses',
  'headers',
  'content',
  'paths',
]);

function fetchDescription(): Description {
  const folder = mkdtempSync(join(tmpdir(), 'github-contract-'));
  try {
    const { name, version } = source;
    const pack = ['pack', `${name}@${version}`, '--pack-destination', folder, '--json', '--loglevel=error'];
    const [packed] = JSON.parse(execFileSync('npm', pack, { encoding: 'utf8' })) as { filename: string }[];
    const file = 'package/generated/api.github.com.json';
    execFileSync('tar', ['-xzf', join(folder, packed?.filename ?? ''), '-C', folder, file]);
    return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Description;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The value without what is for readers only. */
function bare(value: unknown, keysAreNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (!isTree(value)) return value;
  const kept = Object.entries(value).filter(([key]) => keysAreNames || !forReaders.has(key));
  return Object.fromEntries(kept.map(([key, child]) => [key, bare(child, !keysAreNames && named.has(key))]));
}

/** Every reference in the value, and in what those lead to, into `found`. */
function references(value: unknown, root: unknown, found: Set<string>): void {
  if (Array.isArray(value)) return value.forEach((item) => references(item, root, found));
  if (!isTree(value)) return;
  for (const [key, child] of Object.entries(value)) {
    if (key !== '$ref' || typeof child !== 'string') references(child, root, found);
    else if (!found.has(child)) references(at(root, child), root, found.add(child));
  }
}

function slice({ openapi, info, paths }: Description, root: unknown): Tree {
  const wanted = new Set<unknown>(Object.keys(operations));
  const kept: Record<string, Record<string, unknown>> = {};
  const found = new Set<string>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (!wanted.delete(operation['operationId'])) continue;
      (kept[path] ??= {})[method] = bare(operation);
      references(kept[path][method], root, found);
    }
  if (wanted.size > 0) throw new Error(`${source.name} knows no ${[...wanted].join(', ')}.`);
  const components: Record<string, Record<string, unknown>> = {};
  for (const reference of [...found].toSorted()) {
    const [, , kind = '', name = ''] = reference.split('/');
    (components[kind] ??= {})[name] = at(root, reference);
  }
  return {
    openapi,
    info: { ...info, 'x-source': `${source.name} ${source.version}` },
    paths: kept,
    components,
  };
}

/** What a reference such as `#/components/schemas/status` leads to, without what is for readers only. */
function at(root: unknown, reference: string): unknown {
  const keys = reference.split('/').slice(1);
  return bare(keys.reduce<unknown>((tree, key) => (tree as Tree)[key], root));
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

const description = fetchDescription();
const text = await format(JSON.stringify(slice(description, description)), {
  parser: 'json',
  printWidth: 110,
});
writeFileSync(output, text);
console.log(
  `${output}: ${String(Object.keys(operations).length)} operations, ${String(text.length)} characters`,
);
