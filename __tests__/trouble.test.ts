import { describe, expect, it } from '@jest/globals';
import type { Diagnosis } from '../src/diagnose/finding.ts';
import { noFacts, type Facts } from '../src/facts.ts';
import type { Observation } from '../src/observation.ts';
import { troubleAfter } from '../src/trouble.ts';
import { seen } from './fixtures/stories.ts';

const gate = seen('release', 'gate');
const { hash } = gate.guard;
const moving: Observation = { ...gate, pauses: [] };
const badpull: Diagnosis = {
  problem: 'The only pod cannot pull web:2: not found',
  evidence: [],
  advice: 'Push the image.',
  cause: 'unknown-image',
  final: true,
  pods: { affected: 1, ready: 0, total: 1 },
};
const before = { hash, diagnoses: [badpull] };

function facts(observation: Observation, pods?: { hash: string; diagnoses: readonly Diagnosis[] }): Facts {
  const looked = pods && { ...pods, notices: [], at: 0, version: observation.version };
  return { ...noFacts(0), observation, ...(looked && { pods: looked }) };
}

describe('the trouble of a release', () => {
  it('is what was found when its pods were looked at', () => {
    expect(troubleAfter(undefined, facts(moving, before))).toEqual(before);
  });

  it('is over when its pods are ready after all: it stands at a gate, is measured, or is Healthy', () => {
    const ready = [gate, { ...moving, measuring: true }, { ...moving, settled: 'healthy' as const }];
    for (const observation of ready) expect(troubleAfter(before, facts(observation, before))).toBeUndefined();
  });

  it('is over when a later look finds nothing', () => {
    expect(troubleAfter(before, facts(moving, { hash, diagnoses: [] }))?.diagnoses).toEqual([]);
  });

  it('stays while somebody holds the release, and when it was aborted', () => {
    const held: Observation = { ...gate, pauses: [{ kind: 'manual' }] };
    const aborted: Observation = { ...moving, settled: 'aborted' };
    for (const observation of [held, aborted])
      expect(troubleAfter(before, facts(observation, before))).toEqual(before);
  });

  it('stays the reason when another revision was gone back to, whose pods are well', () => {
    const back: Observation = { ...moving, settled: 'healthy', guard: { ...gate.guard, hash: 'other' } };
    expect(troubleAfter(before, facts(back, { hash: 'other', diagnoses: [] }))).toEqual(before);
  });
});
