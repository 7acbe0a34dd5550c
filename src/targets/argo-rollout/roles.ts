import type { RawReplicaSet, RawRollout } from './rollout.ts';

/**
 * What a ReplicaSet is to the release now, in the plugin's words and order; empty for one of the past. In a blueGreen
 * the stable one and the active one are the same, except while the new one is being judged after the switch.
 */
export function rolesOf(rollout: RawRollout, set: RawReplicaSet): readonly string[] {
  const { metadata, spec, status } = rollout;
  const is = (hash: string | undefined): boolean =>
    hash !== undefined && hash !== '' && set.metadata.name === `${metadata.name}-${hash}`;
  const stable = is(status?.stableRS);
  if (spec?.strategy?.blueGreen === undefined)
    return stable ? ['stable'] : is(status?.currentPodHash) ? ['canary'] : [];
  const { activeSelector, previewSelector } = status?.blueGreen ?? {};
  const side = is(activeSelector) ? ['active'] : is(previewSelector) ? ['preview'] : [];
  return stable ? ['stable', ...side] : side;
}
