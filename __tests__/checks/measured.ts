import { expect } from '@jest/globals';
import type { Measured, Provider, Scene, SpecPath } from '../../src/checks/provider.ts';
import { sceneOf } from './contract/scene.ts';

/** What a provider complains of: `path: what (next)`. */
export function complaintsOf(provider: Provider, raw: unknown): readonly string[] {
  const complaints: string[] = [];
  provider.parse(raw, (path: SpecPath, what, next) => {
    complaints.push(`${path.join('.')}: ${what}${next === undefined ? '' : ` (${next})`}`);
  });
  return complaints;
}

/** Measures a check that has to be right, once. */
export async function measured(
  provider: Provider,
  raw: unknown,
  scene: Partial<Scene> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Measured> {
  expect(complaintsOf(provider, raw)).toEqual([]);
  const spec = provider.parse(raw, () => undefined);
  return provider.measure(spec, sceneOf(scene), signal, () => undefined);
}
