import { describe, expect, it } from '@jest/globals';
import type { ManagedFields } from '../../../src/kube/resources.ts';
import type { Observation } from '../../../src/observation.ts';
import { heldAnnotation } from '../../../src/targets/argo-rollout/notes.ts';
import { observe } from '../../../src/targets/argo-rollout/observe.ts';
import type { RequestOrder } from '../../../src/targets/target.ts';
import { besideOf, moment } from '../../fixtures/stories.ts';
import { send } from '../../fixtures/writes.ts';

const run = 'https://github.com/acme/web/actions/runs/7';
const mark = '/metadata/annotations/rollout-conductor~1held';

/** A Rollout with the mark of a cancelled run, and the managers that own `spec.paused`. */
function marked(what: string, ...managers: readonly string[]): Observation {
  const { rollout } = moment('held-by-person', what);
  const managedFields = managers.map((manager): ManagedFields => ({
    manager,
    operation: 'Update',
    time: '2026-11-21T11:20:00Z',
    fieldsV1: { 'f:spec': { 'f:paused': {} } },
  }));
  const annotations = { ...rollout.metadata.annotations, [heldAnnotation]: run };
  const metadata = { ...rollout.metadata, annotations, managedFields };
  return observe({ ...rollout, metadata }, besideOf('held-by-person', rollout));
}

const isOurs = ({ pauses }: Observation): boolean => pauses.some(({ ours }) => ours === true);

/** What a request changes, guards left out. */
async function changes(
  name: 'pause' | 'resume',
  on: Observation,
  order: Partial<RequestOrder> = {},
): Promise<readonly unknown[]> {
  const { body } = (await send(name, on, {}, order)).sent.patch;
  return (body as readonly { op: string; path: string }[])
    .filter(({ op }) => op !== 'test')
    .map(({ op, path }) => [op, path]);
}

describe('a hold with the mark of a cancelled run', () => {
  it('is ours while we own spec.paused, or nobody tells who does', () => {
    expect(isOurs(marked('held at the gate', 'rollout-conductor'))).toBe(true);
    expect(isOurs(marked('held at the gate', 'kubectl-patch', 'rollout-conductor'))).toBe(true);
    expect(isOurs(marked('held at the gate'))).toBe(true);
  });

  it('is that of whoever set it after somebody had resumed ours: the mark alone stays', () => {
    const theirs = marked('held at the gate', 'kubectl-patch');
    expect(isOurs(theirs)).toBe(false);
    expect(theirs.held).toBe(run);
  });

  it('is none while nobody holds it, and the mark is still told', () => {
    const free = marked('gate', 'kubectl-patch');
    expect(free.pauses.map(({ kind }) => kind)).toEqual(['gate']);
    expect(free.held).toBe(run);
  });
});

describe('a mark that outlived its hold', () => {
  it('goes with the hold of somebody else that is lifted', async () => {
    expect(await changes('resume', marked('held at the gate', 'kubectl-patch'))).toEqual([
      ['add', '/spec/paused'],
      ['remove', mark],
    ]);
  });

  it('goes when we hold it for a person, and is set anew by a cancelled run', async () => {
    const free = marked('gate', 'kubectl-patch');
    expect(await changes('pause', free)).toEqual([
      ['add', '/spec/paused'],
      ['remove', mark],
    ]);
    expect(await changes('pause', free, { held: true })).toEqual([
      ['add', '/spec/paused'],
      ['add', mark],
    ]);
  });
});
