/** A path that cannot be read, or that is not supported; the message is for people. */
export class JsonPathError extends Error {}

/** A text that is read from its beginning, as the parser of Kubernetes reads it. */
export interface Scanner {
  /** What is left. */
  rest(): string;
  /** Takes so many characters. */
  take(count: number): string;
  /** Takes what the pattern, which begins at the next character, matches; undefined if it does not. */
  takeMatch(pattern: RegExp): RegExpExecArray | undefined;
}

/** Begins at the first character. */
export function scanner(text: string): Scanner {
  let at = 0;
  const take = (count: number): string => {
    const taken = text.slice(at, at + count);
    at += taken.length;
    return taken;
  };
  return {
    rest: () => text.slice(at),
    take,
    takeMatch(pattern) {
      const match = pattern.exec(text.slice(at));
      if (match === null || match.index !== 0) return undefined;
      take(match[0].length);
      return match;
    },
  };
}
