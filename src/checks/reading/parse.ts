import type { InputMistake } from '../../errors.ts';
import type { Environment } from '../../inputs.ts';
import { argMistake, readArgsInput } from './args-input.ts';
import { predefined } from '../args.ts';
import type { ArgSource, Checks } from '../check.ts';
import { readChecks, within } from './check-list.ts';
import { readDeclaredArgs } from './declared-args.ts';
import { type Fields, isFields } from '../../support/fields.ts';
import { suggestion } from './fields.ts';
import { argsIn } from './fill.ts';
import { givenText } from './given-text.ts';
import type { Complain } from '../provider.ts';
import { redactor } from '../redact.ts';
import { type RawSpec, readSpec } from './spec.ts';
import { checkMistake, teller } from './complaints.ts';
import { takesAllArgs } from './verbatim.ts';
import { readYaml } from './yaml-text.ts';

/** What the inputs `checks` and `args` gave: the checks, or everything that is wrong with them. */
export type ParsedChecks =
  | { readonly kind: 'checks'; readonly checks: Checks }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly InputMistake[] };

/**
 * Reads the inputs `checks` (YAML, or the path of a file below `folder`) and `args`. Reads one file and nothing else.
 * Every check is read once with sample values, so that whatever can be wrong with it is told before the first request.
 */
export function parseChecks(
  given: { readonly checks: string; readonly args: string },
  env: Environment,
  folder: string,
): ParsedChecks {
  const text = givenText(given.checks, folder);
  if (text.kind === 'mistake') return wrong([checkMistake(text.what, text.next)]);
  const yaml = readYaml(text.text, text.file);
  if (yaml.kind === 'mistakes')
    return wrong(
      yaml.mistakes.map(({ place, at, what, next }) => checkMistake(`${place}: ${what}`, next, at)),
    );
  const { complain, mistakes } = teller(yaml.text);
  const spec = readSpec(yaml.text.value, complain);
  const fromInput = readArgsInput(given.args, env);
  if (spec === undefined) return wrong([...mistakes(), ...fromInput.mistakes]);
  const below = (field: string): Complain => within([...spec.path, field], complain);
  const declared = readDeclaredArgs(spec.args, fromInput.sources, env, below('args'));
  const args = joinArgs(declared, fromInput.sources);
  const known = { sources: args, env, missing: missingArgs(args, declared, env) };
  const checks = readChecks(spec, yaml.text.place, known, complain);
  const ofChecks = mistakes().map((mistake) => withoutSecrets(mistake, args, env));
  const all = [...ofChecks, ...fromInput.mistakes, ...unusedArgs(spec, declared, fromInput.lines)];
  return all.length === 0 ? { kind: 'checks', checks: { checks, args } } : wrong(all);
}

function wrong(mistakes: readonly InputMistake[]): ParsedChecks {
  return { kind: 'mistakes', mistakes };
}

/** A text with an arg filled in may be shown because it is wrong. */
function withoutSecrets(mistake: InputMistake, args: Checks['args'], env: Environment): InputMistake {
  const hidden = [...args.values()].flatMap((source) =>
    source.kind === 'env' && source.hidden ? (env[source.variable] ?? []) : [],
  );
  const { found = '', next } = mistake;
  const redact = redactor(hidden);
  return { ...mistake, found: redact(found), ...(next !== undefined && { next: redact(next) }) };
}

function joinArgs(
  declared: ReadonlyMap<string, ArgSource | undefined>,
  fromInput: ReadonlyMap<string, ArgSource>,
): ReadonlyMap<string, ArgSource> {
  const known = [...declared].filter((arg): arg is [string, ArgSource] => arg[1] !== undefined);
  return new Map([...known, ...fromInput]);
}

/** Args that have no value: each was told where it is declared or given. */
function missingArgs(
  args: Checks['args'],
  declared: ReadonlyMap<string, unknown>,
  env: Environment,
): ReadonlySet<string> {
  const names = [...declared.keys(), ...args.keys()];
  return new Set(
    names.filter((name) => {
      const source = args.get(name);
      if (source === undefined) return !Object.hasOwn(predefined, name);
      return source.kind === 'env' && (env[source.variable] ?? '') === '';
    }),
  );
}

/**
 * An arg of the input that nothing declares or uses is a slip of the pen; an AnalysisTemplate may ask for any, and a
 * command has all.
 */
function unusedArgs(
  { entries }: RawSpec,
  declared: ReadonlyMap<string, unknown>,
  lines: ReadonlyMap<string, number>,
): readonly InputMistake[] {
  if (entries.some(({ raw }) => isFields(raw) && mayUseAny(raw))) return [];
  const known = new Set([
    ...declared.keys(),
    ...argsIn(entries.map(({ raw }) => raw)),
    ...Object.keys(predefined),
  ]);
  return [...lines]
    .filter(([name]) => !known.has(name))
    .map(([name, line]) =>
      argMistake(line, `${name} is an arg that no check uses`, suggestion(name, [...known])),
    );
}

function mayUseAny(entry: Fields): boolean {
  const provider = entry['provider'];
  return 'templateName' in entry || (isFields(provider) && Object.keys(provider).some(takesAllArgs));
}
