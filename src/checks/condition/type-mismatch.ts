/** An operation on values of types that it does not take, found before it is evaluated. */
export class TypeMismatch extends Error {
  /** What is wrong. */
  readonly what: string;
  /** Where in the expression, counted from 0. */
  readonly at: number;
  /** What to write instead, where it is known. */
  readonly hint: string | undefined;

  constructor(what: string, at: number, hint?: string) {
    super(hint === undefined ? what : `${what}; ${hint}`);
    this.what = what;
    this.at = at;
    this.hint = hint;
  }
}
