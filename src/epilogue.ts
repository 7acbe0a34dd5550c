import type { Ending } from './ends.ts';
import type { Facts } from './facts.ts';
import type { Observation } from './observation.ts';
import type { Details, Target } from './targets/target.ts';

/** Notes how the revision fared, for a later rollback to choose by. */
export async function remember(
  target: Target,
  facts: Facts,
  { ended, reason }: Pick<Ending, 'ended' | 'reason'>,
  signal: AbortSignal,
): Promise<void> {
  const fared = ended === 'healthy' && reason === 'completed' ? 'healthy' : 'aborted';
  // What was rolled back from shall not be rolled back to.
  const revision = ended === 'rolled-back' ? leftBy(facts) : facts.observation;
  if (revision === undefined || (fared === 'aborted' && ended !== 'aborted' && ended !== 'rolled-back'))
    return;
  await target.remember(fared, revision, signal);
}

/** What this run went back from, as it was then. */
export function leftBy({ effected }: Facts): Observation | undefined {
  return effected.findLast(({ name }) => name === 'restore')?.on;
}

/** Details are for people: that they cannot be read changes nothing. */
export async function readDetails(
  target: Target,
  left: Observation | undefined,
  notice: (text: string) => void,
  signal: AbortSignal,
): Promise<{ details?: Details }> {
  try {
    const details = await target.details(signal, left);
    for (const text of details.notices) notice(text);
    return { details };
  } catch (error) {
    notice(`The tree is not shown: ${String(error)}`);
    return {};
  }
}
