import type { JsonPatchOperation } from '../../../kube/client.ts';
import { imagePointer, sameImages } from '../images.ts';
import { templatePointer } from '../workload.ts';
import { lift, liftOurs } from './hold.ts';
import type { GuardedWrite } from './write.ts';

/**
 * The generation stands for the whole spec, so an edit of somebody else in between refuses ours. Whether the
 * cluster began with it is told by the hash: observedGeneration is written first.
 */
export const deploy: GuardedWrite = {
  toTemplate: true,
  guard: ['uid', 'generation'],
  patch: ({ observation, images }) => [
    ...images.map((image): JsonPatchOperation => {
      const at = templatePointer(observation.workload?.kind);
      return { op: 'replace', path: imagePointer(at, observation.template, image), value: image.image };
    }),
    ...(observation.workload === undefined ? liftOurs(observation) : []),
  ],
  effect: ({ observation: before, images }, now, answered) => {
    if (now.guard.uid !== before.guard.uid) return 'moved';
    const wanted = images.every((image) => now.template.some((other) => sameImages([image], [other])));
    if (!wanted) {
      // Whether ours came before theirs or not at all, theirs is the later wish.
      const theirs = !sameImages(now.template, before.template);
      return theirs || now.version >= answered ? 'moved' : 'waiting';
    }
    return now.current && now.guard.hash !== before.guard.hash ? 'done' : 'waiting';
  },
};

/** Writes a whole template back. A hold would keep it from being followed, so it is lifted with the same write. */
export const restore: GuardedWrite = {
  toTemplate: true,
  guard: ['uid', 'generation'],
  patch: ({ observation }, template) => [
    { op: 'replace', path: templatePointer(observation.workload?.kind), value: template },
    ...(observation.workload === undefined ? lift(observation) : []),
  ],
  effect: ({ observation: before, revision }, now) => {
    if (now.guard.uid !== before.guard.uid) return 'moved';
    if (!now.current || now.guard.hash === before.guard.hash) return 'waiting';
    return now.guard.hash === revision ? 'done' : 'moved';
  },
};

/** The controller replaces the pods that are older than this time; a workload gets a new revision instead. */
export const restart: GuardedWrite = {
  toTemplate: true,
  guard: ['uid', 'generation'],
  patch: ({ observation: { workload }, at }) => {
    if (workload === undefined) return [{ op: 'add', path: '/spec/restartAt', value: toTime(at) }];
    const annotations = `${templatePointer(workload.kind)}/metadata/annotations`;
    return [
      ...(workload.annotated ? [] : [{ op: 'add' as const, path: annotations, value: {} }]),
      // As `kubectl rollout restart` does.
      { op: 'add', path: `${annotations}/kubectl.kubernetes.io~1restartedAt`, value: toTime(at) },
    ];
  },
  effect: ({ observation: before, at }, now) => {
    if (now.guard.uid !== before.guard.uid) return 'moved';
    if (now.workload !== undefined) {
      return now.current && now.guard.hash !== before.guard.hash ? 'done' : 'waiting';
    }
    // A later restart of somebody else replaces the same pods.
    if (now.restart !== undefined && Date.parse(now.restart.at) >= Date.parse(toTime(at))) return 'done';
    return now.guard.generation > before.guard.generation ? 'moved' : 'waiting';
  },
};

/** The next whole second: the API server keeps no others, and in the present one pods may have been made already. */
function toTime(at: number): string {
  return new Date(Math.ceil(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
