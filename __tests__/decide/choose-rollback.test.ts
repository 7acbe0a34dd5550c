import { describe, expect, it } from '@jest/globals';
import { chooseRollback } from '../../src/decide/choose-rollback.ts';
import type { KnownRevision } from '../../src/revisions.ts';
import { knownRevisions } from '../../src/targets/argo-rollout/revisions.ts';
import { annotated, history } from '../fixtures/histories.ts';

type Mark = 'stable' | 'current' | 'knownHealthy' | 'knownAborted';

function revision(number: number, ...marks: Mark[]): KnownRevision {
  const image = `ghcr.io/acme/web:1.${String(number)}.0`;
  const is = (mark: Mark): boolean => marks.includes(mark);
  return {
    number,
    hash: `hash${String(number)}`,
    images: [{ container: 'web', init: false, image }],
    created: '2026-11-21T11:19:50Z',
    stable: is('stable'),
    current: is('current'),
    knownHealthy: is('knownHealthy'),
    knownAborted: is('knownAborted'),
  };
}

/** The number that was chosen, or the words of the refusal. */
function chosen(revisions: readonly KnownRevision[], wanted?: number): number | string {
  const choice = chooseRollback(revisions, wanted);
  return 'problem' in choice ? choice.problem : choice.revision.number;
}

const promoted = revision(5, 'stable', 'current');

describe('a rollback goes back to', () => {
  it.each<[string, readonly KnownRevision[], number]>([
    [
      'the stable revision in the middle of a release',
      [revision(5, 'current'), revision(4, 'knownHealthy'), revision(3, 'stable')],
      3,
    ],
    [
      'the stable one though its number is the highest, as after it was set back and edited on',
      [revision(6, 'stable'), revision(5, 'current'), revision(4, 'knownHealthy')],
      6,
    ],
    [
      'the stable one though it was aborted once: it is what users have',
      [revision(5, 'current'), revision(4, 'stable', 'knownAborted')],
      4,
    ],
    [
      'the newest other one known Healthy',
      [promoted, revision(4), revision(3, 'knownHealthy'), revision(2, 'knownHealthy')],
      3,
    ],
    [
      'the newest other one that was not aborted, when none is known Healthy',
      [promoted, revision(4, 'knownAborted'), revision(3), revision(2)],
      3,
    ],
  ])('%s', (_, revisions, number) => {
    expect(chosen(revisions)).toBe(number);
  });

  it('the revision before, and not the rejected one that undo takes', () => {
    const { rollout, sets, runs } = history('after-two-rejected');
    const told = annotated(rollout, { 'rollout-conductor/aborted': '6cb746947c' });
    // Second highest is number 4, which a person aborted; number 3 failed its analysis.
    expect(chosen(knownRevisions(told, sets, runs))).toBe(1);
  });
});

describe('it says why', () => {
  it.each([
    [
      [revision(5, 'current'), revision(4, 'stable')],
      'revision 5 (ghcr.io/acme/web:1.5.0) is not promoted, and revision 4 (ghcr.io/acme/web:1.4.0) is the stable one',
    ],
    [
      [promoted, revision(3, 'knownHealthy')],
      'revision 3 (ghcr.io/acme/web:1.3.0) is the newest one before revision 5 (ghcr.io/acme/web:1.5.0) that was seen Healthy',
    ],
    [
      [promoted, revision(3)],
      'revision 3 (ghcr.io/acme/web:1.3.0) is the newest one besides revision 5 (ghcr.io/acme/web:1.5.0) that was not aborted; whether it was ever Healthy is not known',
    ],
  ])('for %#', (revisions, why) => {
    expect(chooseRollback(revisions)).toMatchObject({ why });
  });
});

describe('there is nothing to go back to', () => {
  it.each<[string, readonly KnownRevision[], string]>([
    [
      'without any revision',
      [],
      'There is no stable revision to go back to. No revision has a ReplicaSet here.',
    ],
    [
      'during a first creation',
      [revision(1, 'current')],
      'There is no stable revision to go back to. There is: revision 1 (ghcr.io/acme/web:1.1.0), being released.',
    ],
    [
      'when the stable revision is the only one',
      [promoted],
      'There is nothing to go back to from revision 5 (ghcr.io/acme/web:1.5.0). There is: revision 5 (ghcr.io/acme/web:1.5.0), stable.',
    ],
    [
      'when all others were aborted',
      [promoted, revision(4, 'knownAborted')],
      'There is nothing to go back to from revision 5 (ghcr.io/acme/web:1.5.0). All others were rejected. There is: revision 5 (ghcr.io/acme/web:1.5.0), stable; revision 4 (ghcr.io/acme/web:1.4.0), was rejected.',
    ],
  ])('%s', (_, revisions, problem) => {
    expect(chosen(revisions)).toBe(problem);
  });
});

describe('a person asks for a number', () => {
  const revisions = [promoted, revision(4, 'knownAborted'), revision(3, 'knownHealthy'), revision(2)];

  it('and gets it, Healthy once or not', () => {
    expect(chooseRollback(revisions, 2)).toMatchObject({
      revision: { number: 2 },
      why: 'revision 2 (ghcr.io/acme/web:1.2.0) was asked for',
    });
  });

  it('that is not there, and reads what is', () => {
    expect(chooseRollback(revisions, 7)).toEqual({
      problem:
        'There is no revision 7. There is: revision 5 (ghcr.io/acme/web:1.5.0), stable; revision 4 (ghcr.io/acme/web:1.4.0), was rejected; revision 3 (ghcr.io/acme/web:1.3.0), was Healthy; revision 2 (ghcr.io/acme/web:1.2.0).',
      next: 'name one of these, or leave `revision` out.',
    });
  });

  it('that runs already', () => {
    expect(chosen(revisions, 5)).toBe('What runs already is revision 5 (ghcr.io/acme/web:1.5.0).');
  });

  it('that was aborted, and is told the way with checks', () => {
    expect(chooseRollback(revisions, 4)).toEqual({
      problem:
        'A rollback goes straight to full, and revision 4 (ghcr.io/acme/web:1.4.0) was aborted before.',
      next: 'deploy its image instead: it then goes through the steps and their checks.',
    });
  });

  it('in the middle of a release: the stable one is fine, another one waits for it', () => {
    const release = [revision(5, 'current'), revision(4, 'stable'), revision(3, 'knownHealthy')];
    expect(chosen(release, 4)).toBe(4);
    expect(chooseRollback(release, 3)).toMatchObject({
      problem:
        'The release of revision 5 (ghcr.io/acme/web:1.5.0) is going on, and is taken back to the stable revision 4 (ghcr.io/acme/web:1.4.0) only, not to revision 3.',
      next: 'roll back without `revision` first, then again with `revision: 3`.',
    });
  });
});
