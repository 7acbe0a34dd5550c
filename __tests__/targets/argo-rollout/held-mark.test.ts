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

describe('a mark that outlived its hold', () => {
  it('is still told, of a hold that is not ours and where there is none', () => {
    const theirs = marked('held at the gate', 'kubectl-patch');
    expect(theirs.pauses.filter(({ ours }) => ours === true)).toEqual([]);
    expect(theirs.held).toBe(run);
    expect(marked('gate', 'kubectl-patch').held).toBe(run);
  });

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
