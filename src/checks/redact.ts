/** Shorter than this a value says nothing, and hiding it would make other text unreadable. */
const shortest = 4;

/** Replaces secret values by `***`, as they are and as they stand in URLs; and credentials in URLs. Pure. */
export function redactor(hidden: readonly string[]): (text: string) => string {
  const forms = hidden
    .filter((value) => value.length >= shortest)
    .flatMap((value) => [value, encodeURIComponent(value), Buffer.from(value, 'utf8').toString('base64')])
    .toSorted((one, other) => other.length - one.length);
  return (text) =>
    forms
      .reduce((shown, form) => shown.replaceAll(form, '***'), text)
      .replaceAll(/(?<=:\/\/)[^\s/@]+@/g, '***@');
}
