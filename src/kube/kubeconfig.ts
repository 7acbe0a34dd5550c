import { parseDocument } from 'yaml';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ActionableError } from '../errors.ts';
import { type Fields, isFields } from '../support/fields.ts';
import { codeOf, messageOf } from './node-error.ts';

/** A kubeconfig as it stands in its files: entries by name, untouched but for paths, which are absolute. */
export interface Kubeconfig {
  readonly currentContext: string | undefined;
  readonly contexts: ReadonlyMap<string, Fields>;
  readonly clusters: ReadonlyMap<string, Fields>;
  readonly users: ReadonlyMap<string, Fields>;
  /** Where it came from, in words for messages: never its content. */
  readonly source: string;
}

/** Fields that hold a path relative to the kubeconfig file, as in client-go's `ResolvePaths`. */
const CLUSTER_PATHS = ['certificate-authority'];
const USER_PATHS = ['client-certificate', 'client-key', 'tokenFile'];

/** Codes for a missing file or folder. */
const MISSING = ['ENOENT', 'ENOTDIR'];

/** Reads a kubeconfig file; undefined if there is none at this path. */
export async function readKubeconfigFile(file: string, source: string): Promise<Kubeconfig | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (MISSING.includes(codeOf(error))) return undefined;
    throw new ActionableError(
      {
        what: `${source} cannot be read (${messageOf(error)}).`,
        next: 'let the user that runs this step read the file.',
      },
      { cause: error },
    );
  }
  return parseKubeconfig(text, source, path.dirname(path.resolve(file)));
}

/**
 * Reads the text of a kubeconfig, YAML or JSON.
 * @param source where it came from, for messages
 * @param folder what relative paths in it are relative to
 */
export function parseKubeconfig(text: string, source: string, folder: string): Kubeconfig {
  const fields = parseMapping(text, source);
  const list = (key: string, inner: string, paths: readonly string[]): Map<string, Fields> =>
    entriesOf(fields[key], inner, (entry) => absolutePaths(entry, paths, folder));
  const currentContext = fields['current-context'];
  return {
    currentContext: typeof currentContext === 'string' && currentContext !== '' ? currentContext : undefined,
    contexts: list('contexts', 'context', []),
    clusters: list('clusters', 'cluster', CLUSTER_PATHS),
    users: list('users', 'user', USER_PATHS),
    source,
  };
}

function parseMapping(text: string, source: string): Fields {
  const document = parseDocument(text, { logLevel: 'silent' });
  const [mistake] = document.errors;
  if (mistake !== undefined) {
    // The message quotes the line, which may hold a token; only the code and the place are told.
    const at = mistake.linePos?.[0];
    const place = at === undefined ? '' : ` in line ${String(at.line)}, column ${String(at.col)}`;
    throw notAKubeconfig(source, `is not YAML (${mistake.code}${place})`);
  }
  const value: unknown = document.toJS();
  // An empty file is a valid, empty kubeconfig: kubectl makes such files and merges them.
  if (value === null || value === undefined) return {};
  if (
    !isFields(value) ||
    !('clusters' in value || 'contexts' in value || 'users' in value || value['kind'] === 'Config')
  ) {
    throw notAKubeconfig(source, 'has neither clusters nor contexts nor users');
  }
  return value;
}

function notAKubeconfig(source: string, how: string): ActionableError {
  return new ActionableError({
    what: `${source} is not a kubeconfig: it ${how}.`,
    next: 'give a kubeconfig as kubectl reads it (`kubectl config view --raw --minify --flatten` prints one).',
  });
}

/** The named entries of a list; of two with one name the first counts, as when files are merged. */
function entriesOf(list: unknown, inner: string, edit: (entry: Fields) => Fields): Map<string, Fields> {
  const entries = new Map<string, Fields>();
  for (const item of Array.isArray(list) ? (list as unknown[]) : []) {
    if (!isFields(item) || typeof item['name'] !== 'string' || entries.has(item['name'])) continue;
    const fields = item[inner];
    entries.set(item['name'], edit(isFields(fields) ? fields : {}));
  }
  return entries;
}

function absolutePaths(entry: Fields, keys: readonly string[], folder: string): Fields {
  const edited: Record<string, unknown> = { ...entry };
  for (const key of keys) {
    const value = entry[key];
    if (typeof value === 'string' && value !== '') edited[key] = path.resolve(folder, value);
  }
  // A plugin without a slash is looked up in PATH, any other is relative to the file (client-go does the same).
  const exec = entry['exec'];
  if (isFields(exec) && typeof exec['command'] === 'string' && /[/\\]/.test(exec['command'])) {
    edited['exec'] = { ...exec, command: path.resolve(folder, exec['command']) };
  }
  return edited;
}

/**
 * Merges as kubectl does: the first file that has an entry or a current context wins, and nothing of a later entry
 * with the same name is taken. (client-node throws "Duplicate cluster".)
 */
export function mergeKubeconfigs(files: readonly Kubeconfig[], source: string): Kubeconfig {
  const merge = (key: 'contexts' | 'clusters' | 'users'): Map<string, Fields> =>
    new Map(files.toReversed().flatMap((file) => [...file[key]]));
  return {
    currentContext: files.map((file) => file.currentContext).find((context) => context !== undefined),
    contexts: merge('contexts'),
    clusters: merge('clusters'),
    users: merge('users'),
    source,
  };
}
