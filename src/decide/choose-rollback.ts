import { formatImages } from '../format.ts';
import type { KnownRevision } from '../revisions.ts';

/** The revision to go back to and the reason for people, or why there is none and what can be done. */
export type RollbackChoice =
  | { readonly revision: KnownRevision; readonly why: string }
  | { readonly problem: string; readonly next: string };

/**
 * Chooses what a rollback goes back to. Pure.
 *
 * In the middle of a release it is the stable revision, always. When fully promoted it is the newest other
 * revision that is known to have been Healthy, else the newest other one that was not aborted. `kubectl argo
 * rollouts undo` takes the second highest revision number instead, which ships a rejected version once a
 * template has come again under a new number.
 *
 * `wanted` is the number that a person asked for. It is refused when it is not there, runs already, was
 * aborted, or when a release that is going on has to be taken back first.
 */
export function chooseRollback(revisions: readonly KnownRevision[], wanted?: number): RollbackChoice {
  const stable = revisions.find((revision) => revision.stable);
  const current = revisions.find((revision) => revision.current);
  if (stable === undefined || current === undefined) return nothingPromoted(revisions);
  if (current !== stable) return backToStable(stable, current, wanted);
  return wanted === undefined ? previous(stable, revisions) : named(wanted, stable, revisions);
}

function nothingPromoted(revisions: readonly KnownRevision[]): RollbackChoice {
  return {
    problem: `There is no stable revision to go back to. ${whatExists(revisions)}`,
    next: 'wait until a first revision is Healthy, or deploy an image that works.',
  };
}

function backToStable(stable: KnownRevision, current: KnownRevision, wanted?: number): RollbackChoice {
  if (wanted === undefined || wanted === stable.number) {
    return {
      revision: stable,
      why: `${describe(current)} is not promoted, and ${describe(stable)} is the stable one`,
    };
  }
  return {
    problem: `The release of ${describe(current)} is going on, and is taken back to the stable ${describe(stable)} only, not to revision ${String(wanted)}.`,
    next: `roll back without \`revision\` first, then again with \`revision: ${String(wanted)}\`.`,
  };
}

function previous(stable: KnownRevision, revisions: readonly KnownRevision[]): RollbackChoice {
  const others = revisions.filter((revision) => revision !== stable);
  const healthy = others.find(({ knownHealthy }) => knownHealthy);
  if (healthy !== undefined) {
    return {
      revision: healthy,
      why: `${describe(healthy)} is the newest one before ${describe(stable)} that was seen Healthy`,
    };
  }
  const notAborted = others.find(({ knownAborted }) => !knownAborted);
  if (notAborted !== undefined) {
    return {
      revision: notAborted,
      why: `${describe(notAborted)} is the newest one besides ${describe(stable)} that was not aborted; whether it was ever Healthy is not known`,
    };
  }
  const rejected = others.length === 0 ? '' : ' All others were rejected.';
  return {
    problem: `There is nothing to go back to from ${describe(stable)}.${rejected} ${whatExists(revisions)}`,
    next: 'deploy the image that you want; it goes through the steps.',
  };
}

function named(wanted: number, stable: KnownRevision, revisions: readonly KnownRevision[]): RollbackChoice {
  const revision = revisions.find(({ number }) => number === wanted);
  if (revision === undefined) {
    return {
      problem: `There is no revision ${String(wanted)}. ${whatExists(revisions)}`,
      next: 'name one of these, or leave `revision` out.',
    };
  }
  if (revision === stable) {
    return {
      problem: `What runs already is ${describe(revision)}.`,
      next: 'name another one, or leave `revision` out.',
    };
  }
  if (revision.knownAborted) {
    return {
      problem: `A rollback goes straight to full, and ${describe(revision)} was aborted before.`,
      next: 'deploy its image instead: it then goes through the steps and their checks.',
    };
  }
  return { revision, why: `${describe(revision)} was asked for` };
}

function describe({ number, images }: KnownRevision): string {
  const what = formatImages(images);
  return `revision ${String(number)}${what === '' ? '' : ` (${what})`}`;
}

function whatExists(revisions: readonly KnownRevision[]): string {
  if (revisions.length === 0) return 'No revision has a ReplicaSet here.';
  const list = revisions.map((revision) => {
    const { stable, current, knownHealthy, knownAborted } = revision;
    const marks = [
      stable ? 'stable' : current ? 'being released' : '',
      knownHealthy ? 'was Healthy' : knownAborted ? 'was rejected' : '',
    ].filter((mark) => mark !== '');
    return `${describe(revision)}${marks.length === 0 ? '' : `, ${marks.join(', ')}`}`;
  });
  return `There is: ${list.join('; ')}.`;
}
