import type { KubeClient } from '../../kube/client.ts';
import { rollouts } from '../../kube/resources.ts';
import { type WatchEvent, watch } from '../../kube/watch.ts';
import { Channel } from '../../support/channel.ts';
import type { Sighting, TargetSetting } from '../target.ts';
import { orAbsent } from './absence.ts';
import { workloadAccess } from './access.ts';
import { observe } from './observe.ts';
import { requireConductable } from './conductable.ts';
import { readReplicaSet } from './replica-set.ts';
import type { RawRollout, RawTemplate } from './rollout.ts';
import {
  type Seen,
  awaitsWorkload,
  besideOf,
  connectionChange,
  isNews,
  isWhole,
  keyOf,
  nothingSeen,
  seeing,
} from './world.ts';
import { workloadRef, workloadResource } from './workload.ts';

/**
 * How long a status may speak of a template that has the wanted images and differs in something else, before it is
 * believed: the controller writes the new hash at most 23 ms after the generation, and some fields are equal in
 * meaning and not in form.
 */
const doubt = 2_000;

/** The Rollout as it was last seen. */
export interface Latest {
  rollout?: RawRollout;
}

/**
 * Follows one Rollout with one watch, which begins with the object as it is, and its workload with another where the
 * template is there. Throws when the Rollout is not there, or is of a kind that this action does not conduct.
 */
export async function* followRollout(
  setting: TargetSetting,
  latest: Latest,
  signal: AbortSignal,
): AsyncIterable<Sighting> {
  const over = new AbortController();
  const life = AbortSignal.any([signal, over.signal]);
  const channel = new Channel<Seen>();
  const { client, namespace, name, notice } = setting;
  const open = (end: AbortSignal): AsyncIterable<WatchEvent> =>
    watch(client, rollouts, { namespace, name }, { signal: end, onNotice: notice });
  void channel.pump(orAbsent(open, setting, life), (event): Seen => ({ of: 'rollout', event }), 'end');
  try {
    yield* sightings(setting, latest, channel, life);
  } finally {
    over.abort();
  }
}

async function* sightings(
  setting: TargetSetting,
  latest: Latest,
  channel: Channel<Seen>,
  life: AbortSignal,
): AsyncIterable<Sighting> {
  const templates = candidateTemplates(setting.client, setting.namespace);
  let world = nothingSeen;
  let doubted: string | undefined;
  for await (const seen of channel) {
    const before = world;
    world = seeing(before, seen);
    const change = connectionChange(before, world, seen);
    if (change !== undefined) yield change;
    const { rollout } = world;
    if (rollout === undefined || world === before || !isNews(seen) || !isWhole(world)) continue;
    requireConductable(rollout);
    if (before.rollout === undefined) await followWorkload(setting, rollout, channel, life);
    if (awaitsWorkload(world)) continue;
    const beside = besideOf(world, await templates(rollout, life));
    latest.rollout = rollout;
    const observation = observe(rollout, beside);
    yield { kind: 'observation', observation };
    const key = keyOf(world);
    const doubtful = !observation.current && observe(rollout, { ...beside, trusted: true }).current;
    if (!doubtful || doubted === key) continue;
    doubted = key;
    void remind(setting, channel, key, life);
  }
}

/** Comes back to a doubt: what is still the same then is believed. */
async function remind(
  { clock }: TargetSetting,
  channel: Channel<Seen>,
  key: string,
  life: AbortSignal,
): Promise<void> {
  try {
    await clock.sleep(doubt, life);
    channel.put({ of: 'clock', key });
  } catch {
    // Ended: nobody needs the reminder.
  }
}

/** Begins to follow the object that holds the template, once it is known which; makes sure that this is allowed. */
async function followWorkload(
  { client, namespace, notice, requests, require }: TargetSetting,
  rollout: RawRollout,
  channel: Channel<Seen>,
  life: AbortSignal,
): Promise<void> {
  const ref = workloadRef(rollout);
  const resource = ref && workloadResource(ref.kind);
  if (ref === undefined || resource === undefined) return;
  await require(workloadAccess(resource, ref.name, namespace, requests), life);
  const events = watch(client, resource, { namespace, name: ref.name }, { signal: life, onNotice: notice });
  void channel.pump(events, (event): Seen => ({ of: 'workload', event }), 'go on');
}

/** The templates of the ReplicaSets that the status names; none ever changes under its hash, so each is read once. */
function candidateTemplates(
  client: KubeClient,
  namespace: string,
): (rollout: RawRollout, signal: AbortSignal) => Promise<ReadonlyMap<string, RawTemplate>> {
  const known = new Map<string, RawTemplate>();
  return async ({ metadata, status }, signal) => {
    const { activeSelector, previewSelector } = status?.blueGreen ?? {};
    const named = [status?.currentPodHash, activeSelector, previewSelector];
    const hashes = new Set(named.filter((hash): hash is string => hash !== undefined && hash !== ''));
    for (const hash of hashes) {
      if (known.has(hash)) continue;
      const set = await readReplicaSet(client, { namespace, name: metadata.name, hash }, signal);
      const template = set?.spec?.template;
      if (template !== undefined) known.set(hash, template);
    }
    return known;
  };
}
