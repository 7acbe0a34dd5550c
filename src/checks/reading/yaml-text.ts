import { isAbsolute, normalize } from 'node:path';
import {
  type Document,
  type Node,
  type Scalar,
  LineCounter,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml';
import type { FilePlace } from '../../ends.ts';
import type { SpecPath } from '../provider.ts';
import { type YamlMistake, mistakesIn } from './yaml-mistakes.ts';

/** YAML that was read: plain values, and where each of them stands. */
export interface YamlText {
  readonly value: unknown;
  /** Where the key of a field stands, or an entry of a list; where it is missing, what it is missing in. */
  readonly place: (path: SpecPath) => string;
  /** The same for GitHub; undefined for what is in no file of the workspace. */
  readonly at: (path: SpecPath) => FilePlace | undefined;
  /** The same as the number of characters before it, for an order. */
  readonly offset: (path: SpecPath) => number;
  /** The comment behind a value, on its line; a value that is cut off may have gone into it. */
  readonly comment: (path: SpecPath) => string | undefined;
}

/** The text, or everything that keeps it from being read. */
export type ReadYaml =
  | { readonly kind: 'text'; readonly text: YamlText }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly YamlMistake[] };

/** Reads one YAML document as Kubernetes does, with anchors and merge keys. `file` is for the places. Pure. */
export function readYaml(text: string, file?: string): ReadYaml {
  const lines = new LineCounter();
  const at = (offset: number): Pick<YamlMistake, 'place' | 'at'> => {
    const { line, col } = lines.linePos(offset);
    if (file === undefined) return { place: `line ${String(line)}, column ${String(col)}` };
    const place = `${file}:${String(line)}:${String(col)}`;
    return { place, ...(isInside(file) && { at: { file: normalize(file), line, column: col } }) };
  };
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const mistakes = mistakesIn(yaml, text, at);
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  const offset = (path: SpecPath): number => offsetOf(yaml, path);
  const place = (path: SpecPath): string => at(offset(path)).place;
  const comment = (path: SpecPath): string | undefined => {
    const node = yaml.getIn(path, true);
    return isScalar(node) ? (node.comment ?? undefined) : undefined;
  };
  return {
    kind: 'text',
    text: { value: yaml.toJS(), place, at: (path) => at(offset(path)).at, offset, comment },
  };
}

/** GitHub points at files of the repository only, by their paths from its root. */
function isInside(file: string): boolean {
  return !isAbsolute(file) && !normalize(file).startsWith('..');
}

function offsetOf(yaml: Document, path: SpecPath): number {
  let node: unknown = yaml.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const found = stepInto(resolved(yaml, node), step, yaml);
    if (found === undefined) return offset;
    offset = startOf(found.key) ?? startOf(found.value) ?? offset;
    node = found.value;
  }
  return offset;
}

interface Found {
  readonly key?: unknown;
  readonly value: unknown;
}

function stepInto(node: unknown, step: string | number, yaml: Document): Found | undefined {
  if (isSeq(node)) return step in node.items ? { value: node.items[Number(step)] } : undefined;
  if (!isMap(node)) return undefined;
  const named = (name: string | number): Found | undefined =>
    node.items.find(({ key }) => isScalar(key) && nameOf(key) === String(name));
  return named(step) ?? stepIntoMerged(resolved(yaml, named('<<')?.value), step, yaml);
}

/** What `<<` takes over: a map, or a list of maps. */
function stepIntoMerged(merged: unknown, step: string | number, yaml: Document): Found | undefined {
  if (!isSeq(merged)) return stepInto(merged, step, yaml);
  return merged.items
    .map((one) => stepInto(resolved(yaml, one), step, yaml))
    .find((found) => found !== undefined);
}

/** The key of a merge is a symbol, whose description is `<<`. */
function nameOf({ value }: Scalar): string | undefined {
  return typeof value === 'symbol' ? value.description : String(value);
}

function resolved(yaml: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(yaml) : node;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
