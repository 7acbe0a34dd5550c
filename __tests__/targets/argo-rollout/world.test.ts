import { describe, expect, it } from '@jest/globals';
import type { WatchEvent } from '../../../src/kube/watch.ts';
import { observe } from '../../../src/targets/argo-rollout/observe.ts';
import type { RawRollout, RawWorkload } from '../../../src/targets/argo-rollout/rollout.ts';
import {
  type Seen,
  type World,
  awaitsWorkload,
  besideOf,
  connectionChange,
  isNews,
  isWhole,
  keyOf,
  nothingSeen,
  seeing,
} from '../../../src/targets/argo-rollout/world.ts';
import { moment } from '../../fixtures/stories.ts';

const gate = moment('release', 'gate').rollout;
const { rollout: over, workload } = moment('workload-ref', 'gate');
if (workload === undefined) throw new Error('The story has no workload.');

type Change = Extract<WatchEvent, { type: 'ADDED' | 'MODIFIED' | 'DELETED' }>['type'];

const shows = (object: RawRollout, type: Change = 'MODIFIED'): Seen => ({
  of: 'rollout',
  event: { type, object },
});
const showsWorkload = (object: RawWorkload, type: Change = 'MODIFIED'): Seen => ({
  of: 'workload',
  event: { type, object },
});
const loses = (of: 'rollout' | 'workload'): Seen => ({
  of,
  event: { type: 'LOST', error: new Error(`${of} lost`), since: 0 },
});
const finds = (of: 'rollout' | 'workload'): Seen => ({ of, event: { type: 'BACK', since: 0 } });

/** What is known after all this was heard. */
function after(...all: readonly Seen[]): World {
  return all.reduce(seeing, nothingSeen);
}

/** What is told of the watches as all this is heard, one after the other. */
function told(...all: readonly Seen[]): readonly (string | undefined)[] {
  return all.map((seen, i) => {
    const before = after(...all.slice(0, i));
    return connectionChange(before, seeing(before, seen), seen)?.kind;
  });
}

describe('two watches', () => {
  it('show two objects, each as it was last', () => {
    const newer = { ...gate, metadata: { ...gate.metadata, resourceVersion: '9' } };
    expect(after(shows(gate, 'ADDED'), showsWorkload(workload), shows(newer))).toMatchObject({
      rollout: newer,
      workload,
      gone: false,
    });
  });

  it('are half of the truth while one is lost, until both are back', () => {
    const one = [shows(over), showsWorkload(workload), loses('workload')] as const;
    expect(isWhole(after(...one))).toBe(false);
    expect(isWhole(after(...one, loses('rollout'), finds('workload')))).toBe(false);
    expect(isWhole(after(...one, loses('rollout'), finds('workload'), finds('rollout')))).toBe(true);
  });

  it('are lost once and back once, however many of them', () => {
    const lost = [loses('rollout'), loses('workload'), loses('workload')];
    const back = [finds('workload'), finds('rollout'), shows(over)];
    expect(told(shows(over), ...lost, ...back)).toEqual([
      undefined,
      'lost',
      undefined,
      undefined,
      undefined,
      'back',
      undefined,
    ]);
  });

  it('bring news when they show an object, not when they are back', () => {
    expect([shows(gate, 'ADDED'), shows(gate), showsWorkload(workload)].map(isNews)).toEqual([
      true,
      true,
      true,
    ]);
    // That the workload is gone is in no other event.
    expect(isNews(showsWorkload(workload, 'DELETED'))).toBe(true);
    expect([finds('rollout'), loses('rollout')].map(isNews)).toEqual([false, false]);
  });
});

describe('a Rollout that is deleted', () => {
  it('is gone, told once, and there again when it is created anew', () => {
    const gone = shows(gate, 'DELETED');
    expect(told(shows(gate), gone, gone, shows(gate, 'ADDED'))).toEqual([
      undefined,
      'gone',
      undefined,
      undefined,
    ]);
    expect(isWhole(after(shows(gate), gone))).toBe(false);
    expect(isWhole(after(shows(gate), gone, shows(gate, 'ADDED')))).toBe(true);
  });

  it('is not gone with its workload', () => {
    const without = after(shows(over), showsWorkload(workload), showsWorkload(workload, 'DELETED'));
    expect(without.gone).toBe(false);
    expect('workload' in without).toBe(false);
  });
});

describe('a workload', () => {
  it('is waited for where the Rollout has its template there', () => {
    expect(awaitsWorkload(after(shows(over)))).toBe(true);
    expect(awaitsWorkload(after(shows(over), showsWorkload(workload)))).toBe(false);
    expect(awaitsWorkload(after(shows(gate)))).toBe(false);
  });

  it('is not waited for where the controller says that there is none', () => {
    const { status } = moment('invalid-spec', 'invalid').rollout;
    const refused: RawRollout = { ...over, status: { ...over.status, ...status } };
    expect(awaitsWorkload(after(shows(refused)))).toBe(false);
    const generation = Number(status?.observedGeneration);
    const observed = observe({ ...refused, metadata: { ...over.metadata, generation } });
    expect(observed).toMatchObject({ current: true, invalid: true });
  });
});

describe('a doubt', () => {
  const tick = (key: string): Seen => ({ of: 'clock', key });
  const trusts = (world: World): boolean | undefined => besideOf(world, new Map()).trusted;
  const seen = after(shows(over), showsWorkload(workload));
  const edited = (object: RawWorkload): RawWorkload => ({
    ...object,
    metadata: { ...object.metadata, generation: (object.metadata.generation ?? 0) + 1 },
  });

  it('is over when its time is up and the same is there', () => {
    expect(trusts(seen)).toBe(false);
    expect(trusts(seeing(seen, tick(keyOf(seen))))).toBe(true);
  });

  it('is not over by the time of another, nor for what came after it', () => {
    const next = seeing(seen, showsWorkload(edited(workload)));
    expect(seeing(next, tick(keyOf(seen)))).toBe(next);
    const believed = seeing(seen, tick(keyOf(seen)));
    expect(trusts(seeing(believed, showsWorkload(edited(workload))))).toBe(false);
  });

  it('is on what was edited or released, not on what only counts its pods', () => {
    const counted = { ...over, status: { ...over.status, readyReplicas: 1 } };
    expect(keyOf(seeing(seen, shows(counted)))).toBe(keyOf(seen));
    const released = { ...over, status: { ...over.status, currentPodHash: 'c0ffee' } };
    expect(keyOf(seeing(seen, shows(released)))).not.toBe(keyOf(seen));
  });
});
