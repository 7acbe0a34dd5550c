import { type Check, type When, whens } from '../check.ts';
import { type Fields, isFields } from '../../support/fields.ts';
import { complainOfUnknown, metricFields, ownFields, shown, suggestion, templateFields } from './fields.ts';
import type { Complain } from '../provider.ts';
import { similar } from '../../support/similar.ts';

/** An entry of `checks` as a metric, with what only a workflow has taken out of it. */
export interface Entry extends Pick<Check, 'name' | 'when' | 'steps' | 'raw'> {
  /** It was written as `templateName: x`: its provider is not where it was written. */
  readonly isTemplate: boolean;
}

const everyField = [...metricFields, ...templateFields, ...ownFields];

/** Reads one entry: a metric, or an AnalysisTemplate of the cluster. Pure. */
export function readEntry(raw: unknown, complain: Complain): Entry | undefined {
  if (!isFields(raw)) {
    complain([], `is ${shown(raw)}, no metric`, 'allowed: {name, provider, …}, or {templateName}');
    return undefined;
  }
  const misspelt = Object.keys(raw).find((field) => similar(field, everyField) === 'templateName');
  if (misspelt !== undefined && misspelt !== 'templateName') {
    complain([misspelt], 'is no field of a check', 'did you mean templateName?');
    return undefined;
  }
  const isTemplate = 'templateName' in raw;
  const { when, steps, ...fields } = raw;
  const read = readWhen(when, complain);
  const at = readSteps(steps, read ?? 'pause', complain);
  complainOfMixed(fields, isTemplate, complain);
  const metric = isTemplate ? metricOf(fields) : fields;
  const { name } = metric;
  return {
    name: typeof name === 'string' ? name : '',
    when: read ?? 'pause',
    ...(at && { steps: at }),
    raw: metric,
    isTemplate,
  };
}

/** The fields of a metric are looked at with its args filled in; here is only what an entry adds to them. */
function complainOfMixed(fields: Fields, isTemplate: boolean, complain: Complain): void {
  if (!isTemplate) return;
  const metricOnly = metricFields.filter((field) => field !== 'name' && field in fields);
  for (const field of metricOnly)
    complain([field], 'is for metrics', 'the AnalysisTemplate in the cluster has its own');
  const others = Object.fromEntries(Object.entries(fields).filter(([field]) => !isOneOf(metricOnly, field)));
  complainOfUnknown(others, [...templateFields, ...ownFields], 'an entry with templateName', complain);
}

function isOneOf(words: readonly string[], word: string): boolean {
  return words.includes(word);
}

function metricOf({ name, templateName, clusterScope, args }: Fields): Fields {
  const analysisTemplate = {
    templateName,
    ...(clusterScope !== undefined && { clusterScope }),
    ...(args !== undefined && { args }),
  };
  // What is wrong with templateName is told by its provider.
  return {
    name: name ?? (typeof templateName === 'string' ? templateName : 'template'),
    provider: { analysisTemplate },
    count: 1,
    // The controller has tried again already, as often as the metrics of the template say.
    consecutiveErrorLimit: 0,
  };
}

function readWhen(when: unknown, complain: Complain): When | undefined {
  if (when === undefined) return 'pause';
  const word = whens.find((one) => one === when);
  if (word === undefined)
    complain(['when'], `is ${shown(when)}`, suggestion(typeof when === 'string' ? when : '', whens));
  return word;
}

function readSteps(steps: unknown, when: When, complain: Complain): readonly number[] | undefined {
  if (steps === undefined) return undefined;
  if (when !== 'pause')
    complain(['steps'], `is for when: pause, and this is when: ${when}`, 'leave one of them out');
  const allowed = 'allowed: indexes of steps, counted from 0, such as [1, 3]';
  if (!Array.isArray(steps) || steps.length === 0) {
    complain(['steps'], `is ${shown(steps)}`, allowed);
    return undefined;
  }
  const indexes: readonly unknown[] = steps;
  for (const [index, step] of indexes.entries()) {
    if (!Number.isInteger(step) || Number(step) < 0) complain(['steps', index], `is ${shown(step)}`, allowed);
    else if (indexes.indexOf(step) < index) complain(['steps', index], `names step ${shown(step)} twice`);
  }
  return indexes.filter((step): step is number => typeof step === 'number');
}
