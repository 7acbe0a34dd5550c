import { providers } from '../index.ts';
import type { Provider, SpecPath } from '../provider.ts';

/** Whether a place within a metric is run as a program: see `Provider.verbatim`. Pure. */
export function isVerbatim([first, name, key, ...deeper]: SpecPath): boolean {
  if (first !== 'provider' || typeof key !== 'string' || deeper.length > 0) return false;
  return verbatimOf(String(name)).includes(key);
}

/** Whether a provider gives all args to what it runs, so that nobody can tell which of them are used. Pure. */
export function takesAllArgs(provider: string): boolean {
  return verbatimOf(provider).length > 0;
}

function verbatimOf(name: string): readonly string[] {
  const provider = Object.entries<Provider>(providers).find(([one]) => one === name)?.[1];
  return provider?.verbatim ?? [];
}
