import type { Scene, SpecPath } from '../../../src/checks/provider.ts';

/** Value of a secret arg: the scene hides it, and nothing that people see may hold it. */
export const SECRET = 'q7-kept-to-ourselves-Zk';

/** What the contract suite has to know of a provider: one file beside this one, and one line in index.ts. */
export interface ProviderFixture {
  /** Specs that are right, as they stand under the provider's key. Random changes of them are read too. */
  readonly right: readonly unknown[];
  /** Specs that are wrong: the whole of what stands there, and each place that has to be told. */
  readonly wrong: readonly { readonly raw: unknown; readonly at: readonly SpecPath[] }[];
  /** Opens what is measured: a server of the test, an API server that is one. Called once for each test. */
  open(): Promise<World>;
}

/** What there is to measure. */
export interface World {
  /** What the provider needs of the scene, such as a client; the rest is made up. */
  readonly scene?: Partial<Scene>;
  /** A spec that is measured, and what the measurement is. */
  readonly answered: {
    readonly raw: unknown;
    readonly gives: { readonly value: string } | { readonly verdict: string };
  };
  /** A spec with SECRET in every place where people put one; it is measured, or fails. */
  readonly secretive: readonly unknown[];
  /** A spec that would be measured for ever; `begun` resolves once that is under way. */
  readonly endless: { readonly raw: unknown; begun(): Promise<unknown> };
  /** One that has the shortest time limit a spec can have, and meets silence; or why there is no such. */
  readonly late: { readonly raw: unknown; readonly withinMs: number } | { readonly none: string };
  /** How many connections, programs or objects are there now because of measurements. */
  left(): number | Promise<number>;
  close(): Promise<void>;
}
