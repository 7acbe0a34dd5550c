/** A moment, RFC 3339. @format date-time */
export type Time = string;

/** A time span in milliseconds. @minimum 0 */
export type Milliseconds = number;

/** How many. @integer @minimum 0 */
export type Count = number;

/** How many are tolerated; -1: any number. @integer @minimum -1 */
export type Limit = number;

/** A share of traffic in percent. @minimum 0 */
export type Percent = number;

/** A whole number counted from 0, as Argo Rollouts counts steps. @integer @minimum 0 */
export type Index = number;

/** Milliseconds since the epoch as a moment; undefined for what is no moment. Pure. */
export function timeOf(milliseconds: number | undefined): Time | undefined {
  const date = new Date(milliseconds ?? Number.NaN);
  return Number.isNaN(date.valueOf()) ? undefined : date.toISOString();
}
