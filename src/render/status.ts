import type { CommitStatus, DeploymentStatus } from '../github/api.ts';
import type { Report } from '../report.ts';
import { clip } from './fit.ts';
import { stepBar } from './step-bar.ts';
import { plain } from './text.ts';

/** GitHub refuses a status with a longer description. */
export const descriptionLimit = 140;

/**
 * What a commit status says of a report. A release that waits for a person is no obstacle: whoever promotes it from
 * elsewhere must not leave a pull request blocked. Pure.
 */
export function commitStateOf({ ending }: Report): CommitStatus['state'] {
  if (ending === undefined) return 'pending';
  switch (ending.ended) {
    case 'healthy':
    case 'unchanged':
    case 'planned':
    case 'paused':
      return ending.succeeded ? 'success' : ending.reason === 'cancelled' ? 'error' : 'failure';
    case 'progressing':
      return ending.succeeded ? 'pending' : ending.reason === 'cancelled' ? 'error' : 'failure';
    case 'degraded':
    case 'aborted':
    case 'rolled-back':
    case 'superseded':
      return 'failure';
    case 'refused':
    case 'unknown':
      return 'error';
  }
}

/** What a deployment says of a report. Pure. */
export function deploymentStateOf({ ending }: Report): DeploymentStatus['state'] {
  if (ending === undefined) return 'in_progress';
  switch (ending.ended) {
    case 'healthy':
    case 'unchanged':
      return ending.succeeded ? 'success' : 'failure';
    case 'paused':
    case 'progressing':
      return ending.succeeded ? 'in_progress' : ending.reason === 'cancelled' ? 'error' : 'failure';
    case 'aborted':
    case 'rolled-back':
      return ending.succeeded ? 'inactive' : 'failure';
    case 'superseded':
    case 'planned':
      return 'inactive';
    case 'degraded':
      return 'failure';
    case 'refused':
    case 'unknown':
      return 'error';
  }
}

/** How far it is and how it stands, in at most 140 characters: `▰▰▱▱ step 2 of 4, paused at 20 %`. Pure. */
export function describeStatus({ observation, ending }: Report): string {
  const bar = observation && stepBar(observation);
  const weight = observation?.weight.desired;
  const at = weight === undefined ? '' : ` at ${String(weight)} %`;
  const ended = ending && `${ending.ended}${at} (${ending.reason})`;
  const isWaiting = ending?.ended === 'paused' && ending.succeeded;
  const words = isWaiting ? `paused${at}` : (ended ?? `${observation?.phase ?? 'unknown'}${at}`);
  return clip(plain([...(bar === undefined ? [] : [bar]), words].join(', ')), descriptionLimit);
}
