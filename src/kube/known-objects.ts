import type { KubeObject } from './resources.ts';

/** A change of an object. */
export interface ObjectEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** The object after the change; for DELETED as it was last. */
  readonly object: KubeObject;
}

/** What a watcher has told, so that after a gap it can tell the difference and nothing twice. */
export interface KnownObjects {
  /** A change from the server; undefined if it is not newer than what was told. */
  change(event: ObjectEvent): ObjectEvent | undefined;
  /** The whole truth after a gap: the changes since, those that are gone first. */
  replace(items: readonly KubeObject[]): ObjectEvent[];
}

/** Begins with the objects that the consumer knows already. */
export function knownObjects(items: readonly KubeObject[]): KnownObjects {
  // By uid: an object that was deleted and made again under its name is another one.
  const known = new Map(items.map((object) => [object.metadata.uid, object]));

  const change = ({ type, object }: ObjectEvent): ObjectEvent | undefined => {
    const before = known.get(object.metadata.uid);
    if (type === 'DELETED') {
      known.delete(object.metadata.uid);
      return { type, object };
    }
    // A watch that resumes can tell old changes again; a consumer must not see time run backwards.
    if (before !== undefined && !isNewer(object, before)) return undefined;
    known.set(object.metadata.uid, object);
    return { type: before === undefined ? 'ADDED' : 'MODIFIED', object };
  };

  return {
    change,
    replace(current) {
      const there = new Set(current.map((object) => object.metadata.uid));
      const gone = [...known.values()].filter((object) => !there.has(object.metadata.uid));
      const deleted = gone.map((object) => change({ type: 'DELETED', object }));
      const changed = current.map((object) => change({ type: 'MODIFIED', object }));
      return [...deleted, ...changed].filter((event) => event !== undefined);
    },
  };
}

/**
 * Whether `after` is a later version. resourceVersions of one kind are decimal numbers that grow (documented as
 * comparable since Kubernetes 1.35, and so in every server before); of any other form, every other one counts as later.
 */
function isNewer(after: KubeObject, before: KubeObject): boolean {
  const [a, b] = [after.metadata.resourceVersion, before.metadata.resourceVersion];
  return /^\d+$/.test(a) && /^\d+$/.test(b) ? BigInt(a) > BigInt(b) : a !== b;
}
