import { type Operator, type Step, parsePart } from './parse.ts';
import { JsonPathError, type Scanner } from './scanner.ts';

const operators: readonly string[] = ['<', '>', '==', '!=', '<=', '>='] satisfies readonly Operator[];

/** Reads `[?(@.name=="x")]`, or `[?(@.name)]` for those that have one. Throws JsonPathError. */
export function parseFilter(source: Scanner): Step {
  source.take(3);
  const text = takeUntilClosed(source);
  const [, left = '', operator = '', right = ''] = /^([^!<>=]+)([!<>=]+)(.+)$/.exec(text) ?? [];
  if (operator === '') return { kind: 'exists', left: side(text) };
  if (!isOperator(operator))
    throw new JsonPathError(`compares with \`${operator}\`; allowed: ${operators.join(' ')}`);
  return { kind: 'filter', left: side(left), operator, right: side(right) };
}

function side(text: string): readonly Step[] {
  const steps = parsePart(text);
  // Kubernetes compares with the last of them, so `1 2` would be 2; nobody means that.
  if (steps.length > 1 && steps.some(({ kind }) => kind === 'literal'))
    throw new JsonPathError(`has \`${text.trim()}\` in a filter, which is neither a path nor one value`);
  return steps;
}

/** A bracket within quotes closes nothing. */
function takeUntilClosed(source: Scanner): string {
  const match = source.takeMatch(/^((?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[^"'()\n])*)\)\]/);
  if (match === undefined)
    throw new JsonPathError('has a filter `[?(…)]` that is not closed, or has brackets within');
  return match[1] ?? '';
}

function isOperator(text: string): text is Operator {
  return operators.includes(text);
}
