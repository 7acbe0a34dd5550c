import type { RawHeaderRoute, RawMirrorRoute, RawStringMatch } from './rollout.ts';

/** A value longer than this is cut: a step is one cell of a table. */
const longest = 40;

/** `internal (X-Canary: exact true)`; a step without a match takes the route away. */
export function describeHeaderRoute({ name = '', match }: RawHeaderRoute): string {
  if (match === undefined) return `${name} (removed)`;
  const headers = match.map(({ headerName = '', headerValue }) => `${headerName}: ${words(headerValue)}`);
  return withMatches(name, headers);
}

/** `shadow 35% (method exact GET, path prefix /search)`; a step without a match takes the route away. */
export function describeMirrorRoute({ name = '', percentage = 100, match }: RawMirrorRoute): string {
  if (match === undefined) return `${name} (removed)`;
  const rules = match.flatMap(({ method, path, headers = {} }) => [
    ...(method === undefined ? [] : [`method ${words(method)}`]),
    ...(path === undefined ? [] : [`path ${words(path)}`]),
    ...Object.entries(headers).map(([header, value]) => `${header}: ${words(value)}`),
  ]);
  return withMatches(`${name} ${String(percentage)}%`, rules);
}

function withMatches(name: string, matches: readonly string[]): string {
  return matches.length === 0 ? name : `${name} (${matches.join(', ')})`;
}

function words(match: RawStringMatch | undefined): string {
  const [[how, value] = ['exact', '']] = Object.entries(match ?? {});
  return `${how} ${value.length > longest ? `${value.slice(0, longest)}…` : value}`;
}
