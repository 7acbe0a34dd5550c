/**
 * Whether a ReplicaSet's pod template can be what a spec's became: everything that is written in the spec is in it,
 * and what the API server fills in is not looked at. Quantities are left out, because the server writes them in
 * another form (`1000m` becomes `1`). Pure.
 *
 * Two templates with the same images may differ in an annotation or a variable (a changed ConfigMap); without this a
 * status that is behind by such a change would look new.
 */
export function fitsTemplate(wanted: unknown, is: unknown): boolean {
  if (isEmpty(wanted)) return true;
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(is) &&
      wanted.length === is.length &&
      wanted.every((item, index) => fitsTemplate(item, is[index]))
    );
  }
  if (typeof wanted !== 'object' || wanted === null) return wanted === is;
  if (typeof is !== 'object' || is === null) return false;
  const there = is as Readonly<Record<string, unknown>>;
  return Object.entries(wanted).every(
    ([key, value]) => quantities.has(key) || fitsTemplate(value, there[key]),
  );
}

/** Fields that hold quantities, or that the controller adds to every pod. */
const quantities: ReadonlySet<string> = new Set([
  'resources',
  'sizeLimit',
  'divisor',
  'overhead',
  'affinity',
]);

/** The server leaves out what has the value zero. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
