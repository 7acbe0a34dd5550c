import { describe, expect, it } from '@jest/globals';
import { judgeJob, type RawJob } from '../../../src/checks/job/outcome.ts';
import { lastContainer } from '../../../src/checks/job/pods.ts';
import type { RawPod } from '../../../src/diagnose/raw.ts';

const metadata = { name: 'smoke', uid: '1', resourceVersion: '1' };

function jobWith(
  ...conditions: readonly (readonly [type: string, status: string, reason?: string])[]
): RawJob {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata,
    status: {
      conditions: conditions.map(([type, status, reason = '']) => ({ type, status, reason, message: '' })),
    },
  };
}

describe('a Job', () => {
  it.each<[string, RawJob, string | undefined]>([
    ['without conditions is under way', jobWith(), undefined],
    ['that is suspended is under way', jobWith(['Suspended', 'True']), undefined],
    [
      'whose condition does not hold is under way',
      jobWith(['Complete', 'False'], ['Failed', 'Unknown']),
      undefined,
    ],
    ['is Successful when it is complete', jobWith(['Complete', 'True']), 'Successful'],
    ['is Successful as soon as it has its success', jobWith(['SuccessCriteriaMet', 'True']), 'Successful'],
    ['is Failed when it has failed', jobWith(['Suspended', 'False'], ['Failed', 'True']), 'Failed'],
    ['is Failed as soon as it is about to', jobWith(['FailureTarget', 'True', 'DeadlineExceeded']), 'Failed'],
  ])('%s', (_, job, verdict) => {
    expect(judgeJob(job)?.verdict).toBe(verdict);
  });

  it('that failed says why in the words of its controller', () => {
    expect(judgeJob(jobWith(['Failed', 'True', 'PodFailurePolicy']))?.message).toBe('PodFailurePolicy');
  });
});

function pod(name: string, minute: number, phase: string, exits: Readonly<Record<string, number>>): RawPod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...metadata, name, creationTimestamp: `2026-01-01T00:0${String(minute)}:00Z` },
    spec: { containers: Object.keys(exits).map((container) => ({ name: container })) },
    status: {
      phase,
      containerStatuses: Object.entries(exits).map(([container, exitCode]) => ({
        name: container,
        state: { terminated: { exitCode } },
      })),
    },
  };
}

describe('the container that tells most', () => {
  it.each<[string, readonly RawPod[], string | undefined]>([
    ['is none without pods', [], undefined],
    ['is the first of a pod that did its work', [pod('a', 1, 'Succeeded', { one: 0, two: 0 })], 'a/one'],
    ['is the one that failed', [pod('a', 1, 'Failed', { one: 0, two: 3 })], 'a/two'],
    ['is of the newest pod', [pod('a', 1, 'Failed', { one: 1 }), pod('b', 2, 'Failed', { one: 1 })], 'b/one'],
    [
      'is of a pod that failed, before one that runs on',
      [pod('a', 1, 'Failed', { one: 1 }), pod('b', 2, 'Running', { one: 0 })],
      'a/one',
    ],
  ])('%s', (_, pods, expected) => {
    const last = lastContainer(pods);
    expect(last && `${last.pod.metadata.name}/${last.name}`).toBe(expected);
  });
});
