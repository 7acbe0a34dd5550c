import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyManifests, freshNamespace } from '../support/kubernetes.ts';
import { type MeasuredApp, startMeasuredApp } from '../support/measured-app.ts';
import { sceneIn } from '../support/scenes.ts';
import { byAction, byController, type Result, type Spec, type Specs } from './differential/both-ways.ts';
import { countingStories } from './differential/counting.ts';
import { prometheusStories } from './differential/prometheus.ts';
import { type ScriptedServer, scriptedServer, type Side } from './differential/scripted-server.ts';
import { severalStories } from './differential/several.ts';
import type { Place, Story } from './differential/story.ts';
import { webStories } from './differential/web.ts';

const stories: readonly Story[] = [
  ...countingStories,
  ...webStories,
  ...prometheusStories,
  ...severalStories,
];
const named = stories.map((story, index) => ({ ...story, key: `story-${String(index)}` }));

let server: ScriptedServer;
let theirs: Readonly<Record<string, Result>>;
let ours: Readonly<Record<string, Result>>;

function specOf({ metrics, around = {} }: Story, app: MeasuredApp, side: Side): Spec {
  return {
    ...around,
    metrics: metrics.map(({ name, provider, fields, script }) => {
      const place: Place = { address: server.play(script, side), app };
      return { name, ...fields, provider: provider(place) };
    }),
  };
}

beforeAll(async () => {
  const namespace = await freshNamespace();
  const app = await startMeasuredApp();
  await app.measures('success_rate', 0.87);
  const scene = await sceneIn(namespace);
  server = await scriptedServer();
  // Each side has a copy of every script.
  const specs = (side: Side): Specs =>
    Object.fromEntries(named.map((story) => [story.key, specOf(story, app, side)]));
  [theirs, ours] = await Promise.all([
    byController(namespace, specs('controller'), (manifests) => applyManifests(namespace, manifests)),
    byAction(specs('action'), scene),
  ]);
}, 120_000);

afterAll(() => server.close());

/** A metric that another one ended is called Successful by the controller, or is not there; by us it is Terminated. */
function withoutEnded(result: Result, ended: readonly string[]): object {
  const metrics = Object.entries(result.metrics).filter(([name]) => !ended.includes(name));
  return { phase: result.phase, message: result.message, metrics: Object.fromEntries(metrics) };
}

function sides(key: string): { readonly controller: Result; readonly action: Result } {
  const [controller, action] = [theirs[key], ours[key]];
  if (controller === undefined || action === undefined) throw new Error(`Nothing was measured for ${key}.`);
  return { controller, action };
}

describe('the controller and this action', () => {
  it('measure at least 60 metrics', () => {
    expect(stories.flatMap(({ metrics }) => metrics).length).toBeGreaterThanOrEqual(60);
  });

  it.each(named.filter(({ explained }) => explained === undefined))(
    'come to the same, by the same measurements: $name',
    ({ key, is }) => {
      const { controller, action } = sides(key);
      const ended = Object.entries(action.metrics).flatMap(([name, { phase }]) =>
        phase === 'Terminated' ? [name] : [],
      );
      for (const name of ended) expect(['', 'Successful']).toContain(controller.metrics[name]?.phase);
      // Told, and not compared: each side has words of its own for what went wrong.
      const errors = { controller: controller.errors, action: action.errors };
      expect({ ...withoutEnded(action, ended), errors }).toEqual({
        ...withoutEnded(controller, ended),
        errors,
      });
      expect(controller.phase).toBe(is);
    },
  );

  it.each(named.filter(({ explained }) => explained !== undefined))(
    'differ with a reason: $name ($explained.because)',
    ({ key, is, explained }) => {
      const { controller, action } = sides(key);
      expect([controller.phase, action.phase]).toEqual([is, explained?.ours]);
      expect(action).not.toEqual(controller);
    },
  );
});
