import type { RunNote } from '../../observation.ts';
import type { KubeObject } from '../../kube/resources.ts';

const prefix = 'rollout-conductor/';

/** Marks a `spec.paused` that a cancelled run of this action set, with the URL of that run. */
export const heldAnnotation = `${prefix}held`;

/** JSON Pointer of an annotation with a prefix, in any object (RFC 6901: a slash in a key is `~1`). */
export function annotationPointer(key: string): string {
  return `/metadata/annotations/${key.replace('/', '~1')}`;
}

const keys = {
  run: `${prefix}run`,
  step: `${prefix}step`,
  attempt: `${prefix}attempt`,
  commit: `${prefix}commit`,
  actor: `${prefix}actor`,
  operation: `${prefix}operation`,
  subject: `${prefix}subject`,
} as const satisfies Record<keyof RunNote, string>;

/** What a run leaves on the Rollout: beside the pod template, so that no pod is touched. Pure. */
export function noteAnnotations(note: RunNote): Readonly<Record<string, string>> {
  const names = Object.keys(keys) as (keyof RunNote)[];
  return Object.fromEntries(names.map((name) => [keys[name], String(note[name])]));
}

/** What the last run left; undefined where none did. Anybody may write annotations: what is no URL is no run. Pure. */
export function readNote({ annotations }: KubeObject['metadata']): RunNote | undefined {
  const read = (name: keyof RunNote): string => annotations?.[keys[name]] ?? '';
  if (!/^https?:\/\/\S+$/.test(read('run'))) return undefined;
  return {
    run: read('run'),
    step: read('step'),
    attempt: Number(read('attempt')) || 0,
    commit: read('commit'),
    actor: read('actor'),
    operation: read('operation'),
    subject: read('subject'),
  };
}
