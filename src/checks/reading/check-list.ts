import type { Environment } from '../../inputs.ts';
import { sampleArgs } from '../args.ts';
import type { Check, Checks } from '../check.ts';
import { type Entry, readEntry } from './entry.ts';
import { argsIn, fillArgs } from './fill.ts';
import { readDryRun, readRetention } from './named-rules.ts';
import type { Complain, SpecPath } from '../provider.ts';
import { readSample } from './sample.ts';
import type { RawEntry, RawSpec } from './spec.ts';

/** The args that the checks are read with, before the cluster is known. */
export interface KnownArgs {
  readonly sources: Checks['args'];
  readonly env: Environment;
  /** Args that have no value, which was told. */
  readonly missing: ReadonlySet<string>;
}

/** An entry that could be read, and how to tell what is wrong with it. */
interface Placed extends Entry {
  readonly place: string;
  readonly complain: Complain;
}

/** Reads every entry of a spec, and what the spec says of them by name. */
export function readChecks(
  { entries, path, dryRun, measurementRetention }: RawSpec,
  place: (path: SpecPath) => string,
  args: KnownArgs,
  complain: Complain,
): readonly Check[] {
  const placed = entries.flatMap((entry) => {
    const one = placeEntry(entry, place, complain);
    return one === undefined ? [] : named(one, args);
  });
  const names = placed.map(({ name }) => name).filter((name) => name !== '');
  const isDry = readDryRun(dryRun, names, within([...path, 'dryRun'], complain));
  const retained = readRetention(
    measurementRetention,
    names,
    within([...path, 'measurementRetention'], complain),
  );
  return placed.map(({ isTemplate: _, complain: tell, ...entry }, index) => {
    const check: Check = { ...entry, dryRun: isDry(entry.name), retention: retained(entry.name) };
    const twin = placed.slice(0, index).find(({ name }) => name !== '' && name === check.name);
    if (twin !== undefined)
      tell(['name'], 'is the name of two checks', `rename one; the other is at ${twin.place}`);
    complainOfCheck(check, args, tell);
    return check;
  });
}

/** A complaint whose paths begin further in. */
export function within(outer: SpecPath, complain: Complain): Complain {
  return (path, ...told) => complain([...outer, ...path], ...told);
}

function placeEntry(
  { raw, path }: RawEntry,
  place: (path: SpecPath) => string,
  complain: Complain,
): Placed | undefined {
  const below = within(path, complain);
  const entry = readEntry(raw, below);
  if (entry === undefined) return undefined;
  const told: Complain = (inner, ...what) => below(entry.isTemplate ? asWritten(inner) : inner, ...what);
  return { ...entry, place: place(path), complain: told };
}

/**
 * Fills args into the name, by which a check is known from the plan to the report: only such as are the same all along.
 */
function named(entry: Placed, { sources, env, missing }: KnownArgs): Placed {
  const { name, raw, complain } = entry;
  if (!name.includes('{{')) return entry;
  const isLasting = (arg: string): boolean => {
    const source = sources.get(arg);
    return source !== undefined && (source.kind === 'value' || (source.kind === 'env' && !source.hidden));
  };
  const known = sampleArgs(sources, env);
  const others = [...argsIn(name)].filter((arg) => known.has(arg) && !isLasting(arg) && !missing.has(arg));
  if (others.length > 0)
    complain(
      ['name'],
      `has {{args.${others.join('}}, {{args.')}}}, which a name cannot have`,
      'allowed in a name: args whose values the inputs say, and that are not hidden',
    );
  const filled = String(fillArgs(name, known, () => undefined));
  // What is no arg is told where the metric is read.
  const isKnown = [...argsIn(name)].every((arg) => known.has(arg));
  return isKnown && others.length === 0 ? { ...entry, name: filled, raw: { ...raw, name: filled } } : entry;
}

/** An entry `templateName: x` has at its root what its provider has. */
function asWritten(path: SpecPath): SpecPath {
  return path[0] === 'provider' && path[1] === 'analysisTemplate' ? path.slice(2) : path;
}

function complainOfCheck(check: Check, { sources, env, missing }: KnownArgs, complain: Complain): void {
  const metric = readSample(check, sources, env, complain, missing);
  const isEndless = metric?.interval !== undefined && metric.count === undefined;
  if (isEndless && check.when !== 'background')
    complain(
      ['interval'],
      `is given without count: a check of when: ${check.when} would never end`,
      'give it a count',
    );
}
