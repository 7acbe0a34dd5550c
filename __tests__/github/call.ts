import type { Tree } from './json-schema.ts';
import type { Repository, Stamp } from './repository.ts';
import type { Needs, Token } from './tokens.ts';

/** Where the server and its pages are. */
export interface Urls {
  /** Base of the API, without a slash at its end. */
  readonly api: string;
  /** Base of the pages for people. */
  readonly web: string;
}

/** A request that is known to fit and to be allowed. */
export interface Call {
  /** Parameters of the path. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Tree;
  readonly caller: Token;
  readonly urls: Urls;
  readonly stamp: () => Stamp;
  /** Every repository that the caller sees. */
  readonly repositories: readonly Repository[];
  /** The primary rate limit, as GitHub tells it. */
  readonly rate: Tree;
}

/** A call within a repository. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
}

/** What an operation answers; a list is cut into pages on its way out. */
export type Answer =
  | { readonly status: number; readonly body?: Tree }
  | {
      readonly list: readonly Tree[];
      /** The body around a page of a list that is no plain array. */
      readonly around?: (page: readonly Tree[], total: number) => Tree;
    };

/** An operation as the server answers it; what fails throws a Refusal. */
export type Served =
  | { readonly needs: Needs; readonly answer: (call: RepositoryCall) => Answer }
  | { readonly needs?: undefined; readonly answer: (call: Call) => Answer };

/** A parameter of the path that is a number. */
export function numberIn(call: Call, name: string): number {
  return Number(call.path[name]);
}

/** A field of the body that is a text, or undefined. */
export function textIn({ body }: Call, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}
