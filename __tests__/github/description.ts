import { readFileSync } from 'node:fs';
import type { Tree } from './json-schema.ts';

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Tree;
  /** Its value may have slashes. */
  readonly 'x-multi-segment'?: boolean;
}

/** What a body looks like, by media type. */
export interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Tree }>>;
}

/** One operation. */
export interface Described {
  readonly operationId: string;
  readonly externalDocs: { readonly url: string };
  readonly parameters?: readonly Tree[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Tree>>;
  readonly 'x-github': { readonly enabledForGitHubApps: boolean };
}

/** GitHub's OpenAPI description, as far as it is used here. */
export interface Description {
  readonly info: { readonly 'x-source': string };
  /** Operations by path and method. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Tree>> };
}

/** The slice that scripts/github-contract.ts wrote. */
export const description = JSON.parse(
  readFileSync(new URL('contract.json', import.meta.url), 'utf8'),
) as Description;

/** What a reference within the description leads to; anything else as it is. */
export function resolve(tree: Tree): Tree {
  const { $ref: reference } = tree;
  if (typeof reference !== 'string') return tree;
  const keys = reference.split('/').slice(1);
  return keys.reduce<unknown>((found, key) => (found as Tree)[key], description) as Tree;
}
