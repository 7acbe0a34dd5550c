import { parseDuration } from '../../support/duration.ts';
import type { Fields } from '../../support/fields.ts';
import { shown } from './fields.ts';
import type { Complain } from '../provider.ts';

/** The greatest that an IntOrString of Kubernetes holds. */
const greatest = 2 ** 31 - 1;

/** A text that is not empty, where it is given. */
export function readText(fields: Fields, field: string, complain: Complain): string | undefined {
  const value = fields[field];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (value === '' || value === null) complain([field], 'is empty', 'leave it out, or give it a value');
  else complain([field], `is ${shown(value)}, no text`, 'quote it');
  return undefined;
}

/** A whole number from `least`, or the text of one, as `{{args.NAME}}` gives it. */
export function readCount(
  fields: Fields,
  field: string,
  least: number,
  complain: Complain,
): number | undefined {
  const value = fields[field];
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= greatest)
    return number;
  const unlimited = least === -1 ? ', or -1 for no limit' : '';
  complain([field], `is ${shown(value)}`, `allowed: a whole number from 0${unlimited}`);
  return undefined;
}

/** A duration with a unit, in milliseconds. A bare number is none: Argo refuses it, too. */
export function readDuration(
  fields: Fields,
  field: string,
  least: number,
  complain: Complain,
): number | undefined {
  const value = fields[field];
  if (value === undefined) return undefined;
  const allowed = 'allowed: a number with a unit such as 90s, 5m or 1h30m';
  if (typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value) && value !== '0')) {
    complain([field], `is ${shown(value)}, without a unit`, `write ${String(value)}s for seconds`);
    return undefined;
  }
  const time = typeof value === 'string' ? durationOf(value) : undefined;
  if (time === undefined) complain([field], `is ${shown(value)}, no duration`, allowed);
  else if (time < least) complain([field], `is ${shown(value)}`, 'allowed: a duration above zero');
  else return time;
  return undefined;
}

function durationOf(text: string): number | undefined {
  try {
    return parseDuration(text);
  } catch {
    // Its reason is said by what is allowed.
    return undefined;
  }
}
