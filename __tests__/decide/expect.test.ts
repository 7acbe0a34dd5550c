import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import type { Operation } from '../../src/model.ts';
import { formatState } from '../../src/format.ts';
import { allowed, decisionAfter, images, phrase, planOf, sees } from '../fixtures/runs.ts';
import { aborted, gate, held, look } from './looks.ts';

/** Where an operation would go ahead if it found what it was told to expect. */
const places: readonly (readonly [Operation, Observation])[] = [
  ['promote', gate],
  ['promote-full', gate],
  ['abort', gate],
  ['retry', aborted],
  ['rollback', gate],
  ['restart', gate],
  ['pause', gate],
  ['resume', held],
];

function decides(operation: Operation, found: Observation, change: Parameters<typeof planOf>[0]): string {
  return phrase(decisionAfter(planOf({ operation, images: [], ...change }), [allowed, sees(0, found)]));
}

describe.each(places)('operation: %s', (operation, found) => {
  const { hash } = found.guard;
  const exact = { expect: { kind: 'state', state: formatState(found.guard), hash } } as const;
  const moved = { expect: { kind: 'state', state: `${hash}.7.-`, hash } } as const;
  const other = { expect: { kind: 'state', state: 'c0ffee.1.t0xk1b', hash: 'c0ffee' } } as const;

  it('goes ahead on the very state', () => {
    expect(decides(operation, found, exact)).toMatch(/^request/);
  });

  it('is refused on another candidate', () => {
    expect(decides(operation, found, other)).toBe('refused (does-not-fit)');
  });

  it('is refused on another image, and goes ahead on this one', () => {
    expect(decides(operation, found, { images: [{ image: images.third }] })).toBe('refused (does-not-fit)');
    expect(decides(operation, found, { images: [{ image: images.second }] })).toMatch(/^request/);
  });

  it('on the same candidate that has moved on is refused only where a gate is meant', () => {
    const meansGate = operation === 'promote' || operation === 'promote-full';
    expect(decides(operation, found, moved)).toMatch(meansGate ? /^refused/ : /^request/);
  });
});

describe('a refusal', () => {
  const plan = planOf({ operation: 'promote', images: [{ image: images.third }] });

  it('says what was given, what is there, and that nothing was sent', () => {
    const decision = decisionAfter(plan, [allowed, sees(0, gate)]);
    for (const part of [images.third, images.second, 'Nothing was sent.']) {
      expect(decision).toMatchObject({ message: expect.stringContaining(part) });
    }
  });

  it('says who changed the template last, and when, where that is known', () => {
    const changed = { manager: 'kubectl-edit', at: '2026-11-21T11:19:58Z' };
    const decision = decisionAfter(plan, [allowed, sees(0, { ...gate, changed })]);
    expect(decision).toMatchObject({ message: expect.stringContaining('kubectl-edit') });
    expect(decision).toMatchObject({ message: expect.stringContaining('2026-11-21T11:19:58Z') });
  });

  it('is what a takeover says, too', () => {
    const changed = { manager: 'argocd-controller', at: '2026-11-21T11:19:58Z' };
    const third = { ...look('superseding', 'gate of the third'), changed };
    const follow = planOf({ operation: 'follow', images: [] });
    expect(decisionAfter(follow, [allowed, sees(0, gate), sees(1, third)])).toMatchObject({
      ended: 'superseded',
      message: expect.stringContaining('argocd-controller'),
    });
  });
});
