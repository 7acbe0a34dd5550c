import type { Effected, Facts } from '../facts.ts';

/** The template of another revision that this run wrote back, and why; undefined while it has not. Pure. */
export function restored({ effected }: Facts): Effected | undefined {
  const at = effected.findLastIndex(({ name }) => name === 'restore');
  return effected.slice(at).some(({ name }) => name === 'deploy') ? undefined : effected[at];
}
