import { type ConditionError, mistake, unsupported } from './condition-error.ts';
import type { Quantifier } from './syntax.ts';
import type { Token } from './tokens.ts';

/** The functions that an expression can call, besides the quantifiers. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  'len abs ceil floor round int float string trim lower upper max min mean sum first last isNaN isInf isNil asInt asFloat default'.split(
    ' ',
  ),
);

const QUANTIFIERS: ReadonlySet<string> = new Set([
  'all',
  'any',
  'none',
  'one',
  'count',
] satisfies Quantifier[]);

/** Functions of expr-lang 1.17.7 that are not read here (builtin.Builtins). */
const OTHERS: ReadonlySet<string> = new Set(
  `filter map find findIndex findLast findLastIndex groupBy sortBy reduce type trimPrefix trimSuffix split
  splitAfter replace repeat join indexOf lastIndexOf hasPrefix hasSuffix median toJSON fromJSON toBase64
  fromBase64 now duration date timezone get take keys values toPairs fromPairs reverse uniq concat flatten
  sort bitand bitor bitxor bitnand bitshl bitshr bitushr bitnot`.split(/\s+/),
);

/** What other languages call it. */
const STRANGERS: ReadonlyMap<string, string> = new Map([
  ['null', 'nil'],
  ['none', 'nil'],
  ['undefined', 'nil'],
  ['results', 'result'],
  ['value', 'result'],
  ['length', 'len(result)'],
  ['size', 'len(result)'],
  ['number', 'float(…)'],
  ['parsefloat', 'asFloat(…)'],
  ['parseint', 'asInt(…)'],
  ['tolower', 'lower(…)'],
  ['toupper', 'upper(…)'],
  ['nan', 'isNaN(…)'],
  ['math', 'abs(…), round(…), ceil(…) or floor(…)'],
  ['inf', 'isInf(…)'],
]);

/** Whether it is a function that takes a predicate. */
export function isQuantifier(name: string): name is Quantifier {
  return QUANTIFIERS.has(name);
}

/** Makes sure that a function of this name can be called; throws ConditionError. */
export function requireFunction({ text, at }: Token): void {
  if (FUNCTIONS.has(text)) return;
  if (OTHERS.has(text)) throw unsupported(`the function "${text}"`, at);
  if (text === 'result') throw mistake('"result(", where result is no function,', at);
  throw unknown('function', text, at, `there are ${[...FUNCTIONS, ...QUANTIFIERS].join(', ')}`);
}

/** Why this name stands for no value. */
export function unknownValue({ text, at }: Token): ConditionError {
  if (text === '$env') return unsupported('"$env"', at);
  if (FUNCTIONS.has(text) || QUANTIFIERS.has(text) || OTHERS.has(text))
    return mistake(`the function "${text}", which is not called,`, at, `write ${text}(result)`);
  return unknown('name', text, at, 'result is the only value there is');
}

function unknown(what: string, text: string, at: number, known: string): ConditionError {
  const meant =
    STRANGERS.get(text.toLowerCase()) ??
    ['result', 'true', 'false', 'nil', 'and', 'or', 'not', 'in', ...FUNCTIONS, ...QUANTIFIERS].find(
      (name) => name.toLowerCase() === text.toLowerCase(),
    );
  return mistake(`the unknown ${what} "${text}"`, at, meant === undefined ? known : `did you mean ${meant}?`);
}
