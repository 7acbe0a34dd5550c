/** One part of a text that must not get too long: whole, or in a shorter form, or not at all. */
export interface Part {
  /** Markdown that stands by itself; what is cut is cut between parts, never inside a fence, tag or emoji. */
  readonly text: string;
  /** The same in fewer words; absent where there are none. */
  readonly shorter?: string;
  /** The larger, the sooner it is left out; 0 is never left out. */
  readonly rank: number;
}

/** Where a part was left out, this is said once at the end. */
const omitted = '_Shortened: the job summary and the log of the run have all of it._';

/**
 * The parts as one text of at most so many characters, a blank line between them: the least useful are shortened first,
 * then left out, and `said` says so. Pure. Parts of rank 0 have to fit by themselves.
 */
export function fitParts(parts: readonly Part[], limit: number, said: string = omitted): string {
  const kept = parts.filter(({ text }) => text !== '');
  const shortened = new Set<Part>();
  const gone = new Set<Part>();
  const textOf = (part: Part): string =>
    gone.has(part) ? '' : shortened.has(part) ? (part.shorter ?? part.text) : part.text;
  const all = (): string =>
    [...kept.map(textOf), ...(shortened.size + gone.size === 0 ? [] : [said])]
      .filter((text) => text !== '')
      .join('\n\n');
  const byRank = kept.filter(({ rank }) => rank > 0).toSorted((one, other) => other.rank - one.rank);
  for (const part of byRank) {
    if (all().length <= limit) break;
    if (part.shorter !== undefined) shortened.add(part);
  }
  for (const part of byRank) {
    if (all().length <= limit) break;
    gone.add(part);
  }
  return all();
}

/** At most so many characters of a text for people, cut between what people see as characters. Pure. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
