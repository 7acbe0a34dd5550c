/** An expression that cannot be read, or that is not supported: told before anything is changed. */
export class ConditionError extends Error {
  /** Where in the expression, counted from 0. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** An expression of the language that this action does not read, with who can: the controller in the cluster. */
export function unsupported(what: string, offset: number): ConditionError {
  return new ConditionError(
    `${what} at character ${String(offset + 1)} is not supported here; the controller evaluates it where the metric stands in an AnalysisTemplate of the cluster, which a check names with "templateName: NAME"`,
    offset,
  );
}

/** An expression that is wrong, with where it is wrong and a hint where one is known. */
export function mistake(what: string, offset: number, hint?: string): ConditionError {
  return new ConditionError(
    `${what} at character ${String(offset + 1)}${hint === undefined ? '' : `: ${hint}`}`,
    offset,
  );
}
