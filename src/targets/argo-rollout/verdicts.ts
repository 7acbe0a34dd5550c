/**
 * What we saw become of a revision, left on the Rollout for a later rollback: each annotation is a
 * space-separated list of pod template hashes, newest first. Whoever reads it needs neither us nor the
 * analyses, which the controller deletes with their ReplicaSet.
 */
const verdictAnnotations = {
  healthy: 'rollout-conductor/healthy',
  aborted: 'rollout-conductor/aborted',
} as const;

/** What became of a revision in the end: it was Healthy, or it was aborted. */
export type LastSeen = keyof typeof verdictAnnotations;

/** As many as the ReplicaSets that a Rollout keeps by default (`revisionHistoryLimit`). */
const most = 10;

/** The hashes of one annotation, newest first; empty where there is none. Pure. */
export function hashesIn(
  annotations: Readonly<Record<string, string>> | undefined,
  verdict: LastSeen,
): readonly string[] {
  return (annotations?.[verdictAnnotations[verdict]] ?? '').split(/\s+/).filter((hash) => hash !== '');
}

/**
 * The annotations to write, with their values, so that they say what was seen last of `hash`; empty when they
 * say so already. Pure. A hash stands in one list only: the same template can be aborted and, tried again,
 * become Healthy, and the other way round.
 */
export function withVerdict(
  annotations: Readonly<Record<string, string>> | undefined,
  verdict: LastSeen,
  hash: string,
): Readonly<Record<string, string>> {
  const others = (of: LastSeen): readonly string[] => hashesIn(annotations, of).filter((one) => one !== hash);
  const other: LastSeen = verdict === 'healthy' ? 'aborted' : 'healthy';
  const wanted: Record<LastSeen, readonly string[]> = {
    healthy: others('healthy'),
    aborted: others('aborted'),
    [verdict]: [hash, ...others(verdict)].slice(0, most),
  };
  const changed = [verdict, other].filter(
    (of) => wanted[of].join(' ') !== (annotations?.[verdictAnnotations[of]] ?? ''),
  );
  return Object.fromEntries(changed.map((of) => [verdictAnnotations[of], wanted[of].join(' ')]));
}
