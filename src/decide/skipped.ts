import type { Facts } from '../facts.ts';
import { formatImages } from '../format.ts';
import type { ContainerImage } from '../model.ts';
import type { Observation } from '../observation.ts';
import type { KnownRevision } from '../revisions.ts';
import { type Decision, finish } from './decision.ts';

/**
 * Inside `spec.rollbackWindow` the controller takes a template that is older than the stable one for a rollback, and skips
 * all its steps and analyses: also one that was aborted, and has never passed them.
 */
export function refuseSkipped(
  images: readonly ContainerImage[],
  { revisions }: Facts,
  { template }: Observation,
): Decision | undefined {
  if (revisions === undefined) return { do: 'read', what: 'revisions' };
  const wanted = formatImages(template.map((is) => images.find((one) => isSameContainer(one, is)) ?? is));
  const stable = revisions.find((revision) => revision.stable);
  const rejected = revisions.find(
    (revision) =>
      revision.knownAborted && formatImages(revision.images) === wanted && isOlder(revision, stable),
  );
  if (rejected === undefined) return undefined;
  const what = `${wanted} was aborted before (revision ${String(rejected.number)}), and is older than what users have.`;
  const why =
    'With spec.rollbackWindow the controller would ship it without any step or analysis. Nothing was changed.';
  const next = `To try it again: build it anew, or delete its ReplicaSet (hash ${rejected.hash}) first.`;
  return finish('refused', 'does-not-fit', `${what} ${why} ${next}`);
}

function isSameContainer(one: ContainerImage, other: ContainerImage): boolean {
  return one.container === other.container && one.init === other.init;
}

function isOlder({ created }: KnownRevision, stable: KnownRevision | undefined): boolean {
  return stable !== undefined && Date.parse(created) <= Date.parse(stable.created);
}
