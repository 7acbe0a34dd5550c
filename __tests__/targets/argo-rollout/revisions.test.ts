import { describe, expect, it } from '@jest/globals';
import { formatImages } from '../../../src/format.ts';
import type { KnownRevision } from '../../../src/revisions.ts';
import { knownRevisions } from '../../../src/targets/argo-rollout/revisions.ts';
import { annotated, history } from '../../fixtures/histories.ts';

function lines(revisions: readonly KnownRevision[]): readonly string[] {
  return revisions.map(({ number, hash, images, ...marks }) => {
    const { stable, current, knownHealthy, knownAborted } = marks;
    const words = Object.entries({ stable, current, knownHealthy, knownAborted }).flatMap(([word, is]) =>
      is ? [word] : [],
    );
    return [number, hash, formatImages(images), ...words].join(' ');
  });
}

describe('the revisions that the cluster has', () => {
  it('come newest first, and a template that came again has a new number', () => {
    const { rollout, sets, runs } = history('after-two-rejected');
    expect(lines(knownRevisions(rollout, sets, runs))).toEqual([
      '5 66c8458db7 ghcr.io/acme/web:1.1.0 stable current',
      '4 6cb746947c ghcr.io/acme/web:1.3.0',
      '3 5b47899686 ghcr.io/acme/web:1.2.0 knownAborted',
      '1 6c97dff9fb ghcr.io/acme/web:1.0.0',
    ]);
  });

  it('in the middle of a release the current one is not the stable one', () => {
    const { rollout, sets, runs } = history('mid-release');
    expect(lines(knownRevisions(rollout, sets, runs))).toEqual([
      '4 6cb746947c ghcr.io/acme/web:1.3.0 current',
      '3 5b47899686 ghcr.io/acme/web:1.2.0 knownAborted',
      '2 66c8458db7 ghcr.io/acme/web:1.1.0 stable',
      '1 6c97dff9fb ghcr.io/acme/web:1.0.0',
    ]);
  });

  it('have the time of their ReplicaSet', () => {
    const { rollout, sets, runs } = history('after-two-rejected');
    const created = knownRevisions(rollout, sets, runs).map((revision) => Date.parse(revision.created));
    // The one that came again, as number 5, is older than the two rejected ones.
    expect(created.map((time) => time > (created[0] ?? Number.NaN))).toEqual([false, true, true, false]);
  });
});

describe('what belongs to somebody else is no revision of the Rollout', () => {
  it('ReplicaSets of the Deployment that is its workload', () => {
    const { rollout, sets, runs } = history('workload-ref');
    expect(sets).toHaveLength(4);
    expect(lines(knownRevisions(rollout, sets, runs))).toEqual([
      '2 5f6c49c5db ghcr.io/acme/web:1.1.0 stable current',
      '1 85545d867f ghcr.io/acme/web:1.0.0',
    ]);
  });

  it('ReplicaSets of its experiments, which have a hash too', () => {
    const { rollout, sets, runs } = history('mid-release');
    expect(sets).toHaveLength(7);
    expect(knownRevisions(rollout, sets, runs)).toHaveLength(4);
  });

  it('ReplicaSets of another Rollout', () => {
    const { rollout, sets, runs } = history('after-two-rejected');
    const another = { ...rollout, metadata: { ...rollout.metadata, uid: 'another' } };
    expect(knownRevisions(another, sets, runs)).toEqual([]);
  });

  it('the failed analysis of another Rollout that has the same template', () => {
    const { rollout, sets, runs } = history('after-two-rejected');
    const others = runs.map((run) => ({
      ...run,
      metadata: {
        ...run.metadata,
        ownerReferences: history('mid-release').runs[0]?.metadata.ownerReferences ?? [],
      },
    }));
    expect(knownRevisions(rollout, sets, others).some(({ knownAborted }) => knownAborted)).toBe(false);
  });

  it('a ReplicaSet without a hash or a number', () => {
    const { rollout, sets, runs } = history('after-two-rejected');
    const bare = sets.map((set) => ({ ...set, metadata: { ...set.metadata, annotations: {} } }));
    expect(knownRevisions(rollout, bare, runs)).toEqual([]);
    const unlabelled = sets.map((set) => ({ ...set, metadata: { ...set.metadata, labels: {} } }));
    expect(knownRevisions(rollout, unlabelled, runs)).toEqual([]);
  });
});

describe('what we left on the Rollout tells what became of a revision', () => {
  const { rollout, sets, runs } = history('after-two-rejected');

  it('healthy and aborted ones', () => {
    const told = annotated(rollout, {
      'rollout-conductor/healthy': '66c8458db7 6c97dff9fb',
      'rollout-conductor/aborted': '6cb746947c',
    });
    expect(lines(knownRevisions(told, sets, runs))).toEqual([
      '5 66c8458db7 ghcr.io/acme/web:1.1.0 stable current knownHealthy',
      '4 6cb746947c ghcr.io/acme/web:1.3.0 knownAborted',
      '3 5b47899686 ghcr.io/acme/web:1.2.0 knownAborted',
      '1 6c97dff9fb ghcr.io/acme/web:1.0.0 knownHealthy',
    ]);
  });

  it('seen Healthy after all counts more than an analysis that failed before', () => {
    const told = annotated(rollout, { 'rollout-conductor/healthy': '5b47899686' });
    expect(lines(knownRevisions(told, sets, runs))).toContain(
      '3 5b47899686 ghcr.io/acme/web:1.2.0 knownHealthy',
    );
  });
});

it('an experiment that failed, or an analysis in error, is an abort; one that was terminated is not', () => {
  const { rollout, sets, runs } = history('mid-release');
  const ofKind = (kind: string): typeof runs => runs.filter((run) => run.kind === kind);
  expect(ofKind('AnalysisRun').every(({ metadata }) => metadata.labels === undefined)).toBe(true);
  const abortedBy = (verdicts: typeof runs): readonly string[] =>
    knownRevisions(rollout, sets, verdicts).flatMap(({ hash, knownAborted }) => (knownAborted ? [hash] : []));
  expect(abortedBy(ofKind('Experiment'))).toEqual(['5b47899686']);
  const ended = (phase: string): typeof runs =>
    ofKind('Experiment').map((run) => ({ ...run, status: { phase } }));
  expect(abortedBy(ended('Error'))).toHaveLength(3);
  expect(abortedBy(ended('Successful'))).toEqual([]);
});
