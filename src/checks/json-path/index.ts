import { type Step, parseSteps } from './parse.ts';
import { type WalkOptions, walk } from './walk.ts';

export { JsonPathError } from './scanner.ts';

/** A JSONPath in the form of Kubernetes: `{$.a.b}`, `{.items[*].name}`, `{.list[?(@.name=="x")].value}`. */
export interface JsonPath {
  /** As it was written. */
  readonly text: string;
  /**
   * Everything that it finds in JSON values, in order. Pure. Throws Error where Kubernetes has an error too: a field that
   * is not there, an index beyond the end, something that is no list.
   */
  find(value: unknown, options?: WalkOptions): readonly unknown[];
}

/**
 * Reads a path. Pure. Throws JsonPathError for what cannot be read, and for what Kubernetes can read but nobody needs
 * of a measurement: text around the braces, `range`, several pairs of braces.
 * https://kubernetes.io/docs/reference/kubectl/jsonpath/
 */
export function readJsonPath(text: string): JsonPath {
  const steps: readonly Step[] = parseSteps(text);
  return { text, find: (value, options = {}) => walk(steps, value, options) };
}
