import type { WatchEvent } from '../../kube/watch.ts';
import type { Sighting } from '../target.ts';
import { type Beside, isInvalid } from './observe.ts';
import type { RawRollout, RawTemplate, RawWorkload } from './rollout.ts';
import { workloadRef } from './workload.ts';

/** Something that was heard of a Rollout: by its watch, by that of its workload, or by the clock. */
export type Seen =
  | { readonly of: 'rollout' | 'workload'; readonly event: WatchEvent }
  /** Time is up for the doubt on what has this key. */
  | { readonly of: 'clock'; readonly key: string };

/** A Rollout and its workload as two watches last showed them. */
export interface World {
  readonly rollout?: RawRollout;
  readonly workload?: RawWorkload;
  /** The workload was there and was deleted: the controller may take long to say so. */
  readonly orphaned: boolean;
  /** The Rollout was deleted. */
  readonly gone: boolean;
  /** The watches that are out of reach. */
  readonly lost: ReadonlySet<Seen['of']>;
  /** The key of what was doubted and then believed. */
  readonly trusted?: string;
}

/** Before anything was heard. */
export const nothingSeen: World = { orphaned: false, gone: false, lost: new Set() };

/** What is known after one more thing was heard; the same value when that changed nothing. Pure. */
export function seeing(world: World, seen: Seen): World {
  if (seen.of === 'clock') return seen.key === keyOf(world) ? { ...world, trusted: seen.key } : world;
  const { of, event } = seen;
  switch (event.type) {
    case 'LOST':
      return { ...world, lost: new Set([...world.lost, of]) };
    case 'BACK':
      return { ...world, lost: new Set([...world.lost].filter((one) => one !== of)) };
    case 'DELETED':
      return of === 'rollout' ? { ...world, gone: true } : orphan(world);
    case 'ADDED':
    case 'MODIFIED':
      return of === 'rollout'
        ? { ...world, gone: false, rollout: event.object }
        : { ...world, orphaned: false, workload: event.object };
  }
}

function orphan({ workload: _, ...world }: World): World {
  return { ...world, orphaned: true };
}

/** What is to be told of the watches themselves, or of the end of the Rollout. Pure. */
export function connectionChange(before: World, now: World, seen: Seen): Sighting | undefined {
  if (before.lost.size === 0 && now.lost.size > 0 && seen.of !== 'clock' && seen.event.type === 'LOST') {
    return { kind: 'lost', error: seen.event.error };
  }
  if (before.lost.size > 0 && now.lost.size === 0) return { kind: 'back' };
  return !before.gone && now.gone ? { kind: 'gone' } : undefined;
}

/** The object was shown, or time told on it: a watch that is back says nothing before it shows the object again. Pure. */
export function isNews(seen: Seen): boolean {
  return seen.of === 'clock' || ['ADDED', 'MODIFIED', 'DELETED'].includes(seen.event.type);
}

/** What one watch still shows while the other is lost, or just came back, is half of the truth. Pure. */
export function isWhole({ gone, lost }: World): boolean {
  return !gone && lost.size === 0;
}

/** The template is in an object that was not seen yet; the controller says of one that is not there that it is missing. */
export function awaitsWorkload({ rollout, workload, orphaned }: World): boolean {
  return (
    rollout !== undefined &&
    workload === undefined &&
    !orphaned &&
    workloadRef(rollout) !== undefined &&
    !isInvalid(rollout)
  );
}

/** What has the same key speaks of the same template and the same candidate. Pure. */
export function keyOf({ rollout, workload }: World): string {
  const { metadata, status } = rollout ?? {};
  return [status?.currentPodHash, metadata?.generation, workload?.metadata.generation].join('/');
}

/** What an observation is made with beside the Rollout. Pure. */
export function besideOf(world: World, templates: ReadonlyMap<string, RawTemplate>): Beside {
  const { workload, trusted } = world;
  return { templates, ...(workload && { workload }), trusted: trusted === keyOf(world) };
}
