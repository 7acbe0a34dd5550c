import type { Round, RoundName } from '../checks/round.ts';
import { roundKey } from '../gates.ts';
import type { Report } from '../report.ts';
import type { StopCause } from '../round-entries.ts';
import { describeDuration } from '../support/duration.ts';
import { verdictIcon } from './icon.ts';
import { byVerdict, describeMetric, nameMetric } from './metric.ts';

/** What a round of checks is of: `checks at the gate of step 1`, `background checks`, `checks after Healthy`. Pure. */
export function describeRound({ when, step }: RoundName): string {
  switch (when) {
    case 'pause':
      return step === undefined ? 'checks before the switch' : `checks at the gate of step ${String(step)}`;
    case 'background':
      return 'background checks';
    case 'healthy':
      return 'checks after Healthy';
  }
}

/** Why a round is not Successful, in one or more sentences for a message. Pure; not escaped. */
export function explainRound(round: Round): string {
  const [decisive, ...others] = decisiveMetrics(round);
  const why = decisive === undefined ? round.message : `${nameMetric(decisive)}: ${describeMetric(decisive)}`;
  const head = `The ${describeOutcome(round)}`;
  const also = others.length === 0 ? [] : [`The same goes for ${others.map(nameMetric).join(', ')}.`];
  return [endSentence(why === '' ? head : `${head}: ${why}`), ...also].join(' ');
}

/** How a round came out, in few words: `checks at the gate of step 1 failed`. Pure. */
export function describeOutcome(round: Round): string {
  const error = decisiveMetrics(round).length === 0 ? 'could not be measured' : 'ended with an error';
  const is = { Failed: 'failed', Error: error, Inconclusive: 'were inconclusive' };
  const { verdict } = round;
  const what = verdict in is ? is[verdict as keyof typeof is] : `are ${verdict}`;
  return `${describeRound(round)} ${what}`;
}

/** What is to be said of a round beside its metrics: the reason, where none of them is it. Pure; not escaped. */
export function messageOf(round: Round): string {
  return decisiveMetrics(round).length === 0 ? round.message : '';
}

/** The metrics that came out as their round did: these decided it. A dry run decides nothing. */
function decisiveMetrics({ metrics, verdict }: Round): Round['metrics'] {
  return byVerdict(metrics).filter((metric) => !metric.dryRun && metric.verdict === verdict);
}

/** What was thrown is a sentence, or several, already. */
function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const causes: Readonly<Record<StopCause, string>> = {
  passed: 'somebody passed the gate',
  held: 'something else holds the release now',
  complete: 'the release is complete',
  aborted: 'the release was aborted',
  'going-back': 'the release is taken back',
  superseded: 'another release has taken its place',
  deleted: 'the target was deleted',
  cancelled: 'the run was cancelled',
  ended: 'the run ended',
};

/** What became of a round: its verdict, or why it has none. */
export interface Outcome {
  readonly icon: string;
  readonly words: string;
}

/** What became of a round; `why` is known of one that was stopped, or whose run has ended before it. Pure. */
export function outcomeOf({ verdict, when, stopped }: Round, why?: StopCause): Outcome {
  if (stopped !== true && why === undefined) return { icon: verdictIcon(verdict), words: verdict };
  // They last as long as the release: that they ended with it is as it should be.
  if (when === 'background' && why === 'complete')
    return { icon: verdictIcon('Terminated'), words: 'ended with the release' };
  const because = why === undefined ? '' : `: ${causes[why]}`;
  return { icon: verdictIcon('Terminated'), words: `not completed${because}` };
}

/** Why each round of a report has no verdict; undefined for one that has, or that is still measured. Pure. */
export function stopCauses({ timeline, ending }: Report): (round: Round) => StopCause | undefined {
  const causes = new Map(
    timeline.flatMap((entry) =>
      entry.kind === 'stopped' ? [[roundKey(entry.round), entry.why] as const] : [],
    ),
  );
  return (round) => {
    // The end of the run ends what is still measured, and nobody decides anything after it.
    if (round.endedAt === undefined) return ending === undefined ? undefined : 'ended';
    return round.stopped === true ? causes.get(roundKey(round)) : undefined;
  };
}

/** How long a round took, in words; empty while it runs. Pure. */
export function durationOf({ startedAt, endedAt }: Round): string {
  return endedAt === undefined ? '' : describeDuration(endedAt - startedAt);
}
