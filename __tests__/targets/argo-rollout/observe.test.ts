import { describe, expect, it } from '@jest/globals';
import { observe } from '../../../src/targets/argo-rollout/observe.ts';
import { besideOf, moment, seen, story, storyNames } from '../../fixtures/stories.ts';

/** What `kubectl argo rollouts get rollout` prints as `Label:  value`. */
function printed(plugin: readonly string[], label: string): string | undefined {
  return plugin.map((line) => new RegExp(`^\\s*${label}:\\s+(.*)$`).exec(line)?.[1]).find((value) => value);
}

describe('an observation says what the plugin prints', () => {
  const shown = storyNames.flatMap((name) =>
    story(name).objects.flatMap(({ what, plugin }) => (plugin === undefined ? [] : [{ name, what, plugin }])),
  );

  it('at the moments of every story', () => {
    expect(new Set(shown.map(({ name }) => name)).size).toBeGreaterThanOrEqual(storyNames.length - 1);
  });

  it.each(shown)('$name: $what', ({ name, what, plugin }) => {
    const { phase, message, step, weight, replicas } = seen(name, what);
    expect({
      Status: phase,
      Message: message === '' ? undefined : message,
      Step: step && `${String(step.index)}/${String(step.of)}`,
      SetWeight: weight.desired?.toString(),
      ActualWeight: weight.actual?.toString(),
      Desired: String(replicas.desired),
      Current: String(replicas.current),
      Updated: String(replicas.updated),
      Ready: String(replicas.ready),
      Available: String(replicas.available),
    }).toEqual({
      Status: printed(plugin, 'Status')?.replace(/^\S+ /, ''),
      Message: printed(plugin, 'Message'),
      Step: printed(plugin, 'Step'),
      SetWeight: printed(plugin, 'SetWeight'),
      ActualWeight: printed(plugin, 'ActualWeight'),
      Desired: printed(plugin, 'Desired'),
      Current: printed(plugin, 'Current'),
      Updated: printed(plugin, 'Updated'),
      Ready: printed(plugin, 'Ready'),
      Available: printed(plugin, 'Available'),
    });
  });
});

describe('a status is believed only when it speaks of the spec', () => {
  it.each([
    ['first-creation', 'as it was created'],
    ['first-creation', 'generation moved on by the controller, no status yet'],
    ['release', 'image set, not observed'],
    ['abort', 'third image set, not observed'],
    ['held-by-person', 'held, not observed'],
    ['invalid-spec', 'edited, not observed'],
    ['invalid-spec', 'mended, not observed'],
    ['superseding', 'third image set, not observed'],
  ] as const)('%s: %s is not current', (name, what) => {
    expect(seen(name, what).current).toBe(false);
  });

  it.each([
    ['abort', 'generation observed, hash and index still of the second'],
    ['superseding', 'generation observed, hash and pause still of the second'],
  ] as const)('%s: %s is not current, though the numbers say so', (name, what) => {
    const { rollout } = moment(name, what);
    expect(rollout.status?.observedGeneration).toBe(String(rollout.metadata.generation));
    expect(seen(name, what).current).toBe(false);
  });

  it.each([
    ['abort', 'the hash of the third'],
    ['superseding', 'the hash of the third'],
    ['release', 'the new hash, no pod yet'],
    ['first-creation', 'first status: a candidate, no stable revision'],
  ] as const)('%s: %s is current', (name, what) => {
    expect(seen(name, what).current).toBe(true);
  });

  it('is not current while the ReplicaSet of its candidate cannot be read', () => {
    expect(observe(moment('release', 'gate').rollout).current).toBe(false);
  });

  it('is current when the spec is invalid, which is all that there will be to know', () => {
    expect(seen('invalid-spec', 'invalid')).toMatchObject({
      current: true,
      invalid: true,
      phase: 'Degraded',
    });
  });

  it('is not current when it calls an older spec invalid', () => {
    const { rollout } = moment('traffic-routing', 'invalid while its Services are not there yet');
    expect([rollout.metadata.generation, rollout.status?.observedGeneration]).toEqual([2, '1']);
    expect(seen('traffic-routing', 'invalid while its Services are not there yet')).toMatchObject({
      current: false,
      invalid: true,
    });
  });

  it('is current where observedGeneration is larger than the generation, or no number, as in the plugin', () => {
    const { rollout } = moment('release', 'gate');
    for (const observedGeneration of ['4', 'c8d5b7f9']) {
      const other = { ...rollout, status: { ...rollout.status, observedGeneration } };
      expect(observe(other, besideOf('release', other)).current).toBe(true);
    }
  });
});

describe('all pauses are told, not only the first', () => {
  it('a pause without duration is a gate', () => {
    expect(seen('release', 'gate').pauses).toEqual([{ kind: 'gate', since: '2026-11-21T11:19:59Z' }]);
  });

  it('a pause with duration ends by the clock of the cluster', () => {
    const since = moment('release', 'timed pause').rollout.status?.pauseConditions?.[0]?.startTime ?? '';
    expect(seen('release', 'timed pause').pauses).toEqual([
      { kind: 'timed', since, until: Date.parse(since) + 10_000 },
    ]);
  });

  it('spec.paused is the hold of a person, beside the gate', () => {
    expect(seen('held-by-person', 'held at the gate').pauses.map(({ kind }) => kind)).toEqual([
      'gate',
      'manual',
    ]);
    expect(seen('held-by-person', 'held when Healthy').pauses).toEqual([{ kind: 'manual' }]);
  });

  it('an analysis that is inconclusive waits for a judgment', () => {
    expect(seen('analysis-inconclusive', 'inconclusive').pauses.map(({ kind }) => kind)).toEqual([
      'inconclusive',
    ]);
  });

  it('a background analysis is inconclusive behind a gate that the message names', () => {
    const { message, pauses } = seen('gate-and-inconclusive', 'gate and inconclusive');
    expect(message).toBe('CanaryPauseStep');
    expect(pauses.map(({ kind }) => kind)).toEqual(['gate', 'inconclusive']);
  });

  it('a promoted gate is no pause any more, though the phase is late', () => {
    const { rollout } = moment('release', 'promoted: pause gone, phase still Paused');
    expect(rollout.status?.phase).toBe('Paused');
    expect(seen('release', 'promoted: pause gone, phase still Paused')).toMatchObject({
      phase: 'Progressing',
      message: 'waiting for rollout to unpause',
      pauses: [],
    });
  });
});
