import type { ManagedFields, ObjectMeta } from '../kube/resources.ts';

/** Who wrote some fields last, and when. */
export interface LastChange {
  /** The field manager, such as `kubectl-edit` or `argocd-controller`; whoever writes names itself. */
  readonly manager: string;
  /** RFC 3339, whole seconds. */
  readonly at: string;
}

/** A field by its path, such as `['spec', 'template']`. */
export type FieldPath = readonly string[];

/**
 * Managers that only react to what others wrote: Argo Rollouts fills in defaults of the template, and its entry gets
 * a new time with each new revision, so it would always seem to be the last.
 */
const reacting = ['rollouts-controller'];

/**
 * The newest write of a manager that owns one of the fields, or something below them; undefined if nobody is known.
 * The fields say whether the object or its status is meant: `['status', 'abort']` tells who aborted. An entry has
 * one time for all fields of its manager: who set the image and changes the replicas later seems to have set the
 * image then. The server gives a write through `scale` no time, so that one does not count. Pure.
 */
export function lastChange(
  { managedFields = [] }: ObjectMeta,
  fields: readonly FieldPath[],
): LastChange | undefined {
  return managedFields
    .filter(({ manager = '' }) => !reacting.includes(manager))
    .filter(({ fieldsV1 = {} }) => fields.some((path) => owns(fieldsV1, path)))
    .flatMap(changeOf)
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .at(-1);
}

/** Every manager that owns the field or something below it; whoever changes a value takes it from the others. Pure. */
export function managersOf({ managedFields = [] }: ObjectMeta, field: FieldPath): readonly string[] {
  return managedFields
    .filter(({ fieldsV1 = {} }) => owns(fieldsV1, field))
    .map(({ manager = 'unknown' }) => manager);
}

function changeOf({ manager = 'unknown', time }: ManagedFields): readonly LastChange[] {
  return time === undefined ? [] : [{ manager, at: time }];
}

/** An empty set is a field that is owned as a whole, with all that is below it. */
function owns(fields: Readonly<Record<string, unknown>>, [field, ...below]: FieldPath): boolean {
  if (field === undefined) return true;
  const inside = fields[`f:${field}`] as Readonly<Record<string, unknown>> | undefined;
  return inside !== undefined && (Object.keys(inside).length === 0 || owns(inside, below));
}
