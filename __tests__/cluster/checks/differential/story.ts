import type { CheckVerdict } from '../../../../src/checks/provider.ts';
import type { MeasuredApp } from '../../support/measured-app.ts';
import type { Answer } from './scripted-server.ts';

/** Where a story is played. */
export interface Place {
  /** Where the metric's own copy of its script is answered. */
  readonly address: string;
  /** An app that the cluster's Prometheus scrapes; both sides ask the same. */
  readonly app: MeasuredApp;
}

/** A metric as in an AnalysisTemplate, and what it is answered. */
export interface ScriptedMetric {
  readonly name: string;
  readonly provider: (place: Place) => object;
  /** Everything else: conditions, limits, count, interval. */
  readonly fields: object;
  readonly script: readonly Answer[];
}

/** Metrics that the controller and this action measure, each against a copy of the script. */
export interface Story {
  readonly name: string;
  readonly metrics: readonly ScriptedMetric[];
  /** What the controller comes to, so that a story cannot come to tell something else. */
  readonly is: Exclude<CheckVerdict, 'Running'>;
  /** `dryRun` and `args` of the AnalysisTemplate. */
  readonly around?: object;
  /** Why this action comes to something else, and to what; `refused` stands for an error before anything is changed. */
  readonly explained?: { readonly ours: CheckVerdict | 'refused'; readonly because: string };
}

/** `{"value": …}`. */
export const value = (given: unknown): Answer => ({ body: { value: given } });

/** Values as answers, one after another; the last for ever. */
export const values = (...given: readonly unknown[]): readonly Answer[] => given.map(value);

/** A provider `web` that reads `{$.value}`. */
export function web(more: object = {}): ScriptedMetric['provider'] {
  return ({ address }) => ({ web: { url: `${address}/answer`, jsonPath: '{$.value}', ...more } });
}

/** A provider `prometheus` whose answers are scripted as well. */
export function scriptedPrometheus(more: object = {}): ScriptedMetric['provider'] {
  return ({ address }) => ({ prometheus: { address, query: 'up', ...more } });
}

/** A provider `prometheus` that asks the real one. */
export function realPrometheus(
  query: (app: MeasuredApp) => string,
  more: object = {},
): ScriptedMetric['provider'] {
  return ({ app }) => ({ prometheus: { address: app.prometheus, query: query(app), ...more } });
}

/** A story of one metric; a web metric unless it says otherwise. */
export function story(
  name: string,
  is: Story['is'],
  fields: object,
  script: readonly Answer[],
  { provider = web(), ...more }: Partial<Story> & { readonly provider?: ScriptedMetric['provider'] } = {},
): Story {
  return { name, is, metrics: [{ name: 'metric', provider, fields, script }], ...more };
}
