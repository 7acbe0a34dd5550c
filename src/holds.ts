import type { Observation } from './observation.ts';

/** Whether somebody holds the target by `spec.paused`. Pure. */
export function isHeld({ pauses }: Pick<Observation, 'pauses'>): boolean {
  return pauses.some(({ kind }) => kind === 'manual');
}

/** Whether that was a cancelled run of this action. Pure. */
export function isHeldByUs({ pauses }: Pick<Observation, 'pauses'>): boolean {
  return pauses.some(({ kind, ours }) => kind === 'manual' && ours === true);
}
