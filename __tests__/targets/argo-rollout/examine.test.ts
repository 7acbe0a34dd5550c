import { describe, expect, it } from '@jest/globals';
import type { KubeClient } from '../../../src/kube/client.ts';
import type { KubeError } from '../../../src/kube/kube-error.ts';
import { type KubeObject, type Resource, pods, replicaSets } from '../../../src/kube/resources.ts';
import type { Observation } from '../../../src/observation.ts';
import { examinePods } from '../../../src/targets/argo-rollout/examine.ts';
import type { Examined } from '../../../src/targets/target.ts';
import { moment, seen } from '../../fixtures/stories.ts';
import { failing } from '../../fixtures/writes.ts';

const { rollout } = moment('release', 'Healthy after');
const restarted: Observation = {
  ...seen('release', 'Healthy after'),
  restart: { at: '2026-11-21T12:00:00Z', done: true },
};

/** An object that another one made. */
function made(name: string, by: string, metadata: Partial<KubeObject['metadata']> = {}): KubeObject {
  const owner = { apiVersion: 'v1', kind: 'Owner', name: 'owner', uid: by, controller: true };
  return {
    apiVersion: 'v1',
    kind: 'Object',
    metadata: { name, uid: name, resourceVersion: '1', ownerReferences: [owner], ...metadata },
  };
}

const sets = [
  Object.assign(made('web-new', rollout.metadata.uid), { spec: { replicas: 2 } }),
  Object.assign(made('other-1', 'another Rollout'), { spec: { replicas: 7 } }),
];
const ready = { conditions: [{ type: 'Ready', status: 'True' }] };

function pod(name: string, by: string, creationTimestamp: string, deletionTimestamp?: string): KubeObject {
  const times = { creationTimestamp, ...(deletionTimestamp !== undefined && { deletionTimestamp }) };
  return Object.assign(made(name, by, times), { status: ready });
}

/** What is read of these pods, from a server that may refuse to list them across revisions. */
async function examined(
  all: readonly KubeObject[],
  observation = restarted,
  refusal?: KubeError,
): Promise<Examined> {
  const client = {
    get: async ({ name }: { name: string }) => made(name, rollout.metadata.uid),
    list: async (resource: Resource, { labelSelector = '' }: { labelSelector?: string }) => {
      if (resource === replicaSets) return { items: sets };
      // Without a value of its label it is the list of all revisions.
      const every = resource === pods && !labelSelector.includes('=');
      if (every && refusal !== undefined) throw refusal;
      return { items: every ? all : [] };
    },
  } as unknown as KubeClient;
  const setting = { client, namespace: 'shop', name: 'web', notice: () => undefined, latest: { rollout } };
  return await examinePods(setting, observation, new AbortController().signal);
}

describe('the pods that a restart is to replace', () => {
  const old = pod('a', 'web-new', '2026-11-21T11:00:00Z');
  const next = pod('b', 'web-new', '2026-11-21T12:00:01Z');

  it('are counted, with the age of the oldest', async () => {
    expect((await examined([next, old])).live).toEqual({
      count: 2,
      wanted: 2,
      oldest: '2026-11-21T11:00:00Z',
    });
  });

  it('are not those on their way out, which is where the controller has sent the old ones', async () => {
    const leaving = pod('a', 'web-new', '2026-11-21T11:00:00Z', '2026-11-21T12:00:02Z');
    expect((await examined([leaving, next])).live).toMatchObject({
      count: 1,
      oldest: '2026-11-21T12:00:01Z',
    });
    expect((await examined([leaving])).live).toMatchObject({ count: 0 });
  });

  it('are not those of another Rollout', async () => {
    const others = pod('c', 'other-1', '2026-11-21T10:00:00Z');
    expect((await examined([others, next])).live).toMatchObject({ count: 1, oldest: '2026-11-21T12:00:01Z' });
  });

  it('are not read without a restart, and not told where they may not be listed', async () => {
    const { restart: _, ...before } = restarted;
    expect('live' in (await examined([old], before))).toBe(false);
    expect('live' in (await examined([old], restarted, failing('forbidden', 403)))).toBe(false);
    await expect(examined([old], restarted, failing('refused', 500))).rejects.toThrow('the server said so');
  });
});
