import type { Complain, Provider } from '../../../src/checks/provider.ts';

/** Everything that a provider complains of, as `path what (next)`; empty for a spec that it takes. */
export function complaintsOf(provider: Pick<Provider, 'parse'>, raw: unknown): readonly string[] {
  const told: string[] = [];
  const complain: Complain = (path, what, next) => {
    told.push(`${path.join('.')} ${what}${next === undefined ? '' : ` (${next})`}`.trim());
  };
  const spec = provider.parse(raw, complain);
  if ((spec === undefined) === (told.length === 0))
    throw new Error('there is a spec exactly without complaints');
  return told;
}

/** The spec that a provider makes of this; fails where it complains. */
export function specOf<Spec>(provider: Provider<Spec>, raw: unknown): Spec {
  const told = complaintsOf(provider, raw);
  const spec = provider.parse(raw, () => undefined);
  if (spec === undefined) throw new Error(`complained: ${told.join('; ')}`);
  return spec;
}
