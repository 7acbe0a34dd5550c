import type { GitHubApi } from '../github/api.ts';
import { type GitHubTrouble, troubleOf } from '../github/trouble.ts';
import type { Report } from '../report.ts';
import type { GitHubSetting } from './github-setting.ts';
import { type Delivery, Paced } from './paced.ts';
import type { Reporter } from './reporter.ts';

/** What one reporter tells GitHub. */
export interface Telling<State> {
  /** What it is, for people: `comment on the pull request`. */
  readonly what: string;
  /** The permission that it needs, as a workflow has it: `pull-requests: write`. */
  readonly permission: string;
  /** It was asked for by an input: what cannot be told is a warning then. */
  readonly asked: boolean;
  /** What there is to tell of a report; undefined for nothing. Cheap, because it is called for each. */
  readonly stateOf: (report: Report) => State | undefined;
  /** Tells it; rejects with what octokit throws. */
  readonly deliver: (api: GitHubApi, state: State, signal: AbortSignal) => Promise<Delivery>;
}

/** So many writes go out in short intervals: most releases have fewer. */
const fewWrites = 40;

/** The reporter of it: beside the run, coalesced, within GitHub's limits, and what is lost is said once. */
export function told<State>(setting: GitHubSetting, telling: Telling<State>): Reporter {
  const { clock, times } = setting;
  const { what, asked, stateOf } = telling;
  let isSaid = false;
  const say = (text: string, minor = false): void => {
    if (!isSaid) setting.say(asked && !minor ? 'warning' : 'notice', text);
    isSaid = true;
  };
  const paced = new Paced<State>({
    clock,
    interval: (done) => (done < fewWrites ? times.interval : times.longInterval),
    deliver: async (state, signal) => {
      const delivery = await attempt(setting, telling, state, signal);
      if (delivery.kind === 'never') say(delivery.why, delivery.minor);
      return delivery;
    },
  });
  const offer = (report: Report): void => {
    const state = stateOf(report);
    if (state !== undefined) paced.offer(state);
  };
  return {
    update: (report) => {
      // The end is offered when it is closed, with all that the others found.
      if (report.ending === undefined) offer(report);
    },
    close: async (report) => {
      const isCancelled = report.run?.signal !== undefined;
      offer(report);
      const lost = await paced.close(isCancelled ? times.cancelledPatience : times.patience);
      if (lost === undefined) return;
      if (!isSaid) setting.onLost();
      say(isCancelled ? `The ${what} is not current: ${lost} The post step tries again.` : lost);
    },
  };
}

async function attempt<State>(
  setting: GitHubSetting,
  { deliver, what, permission }: Telling<State>,
  state: State,
  signal: AbortSignal,
): Promise<Delivery> {
  const { clock, times, place } = setting;
  try {
    return await deliver(await setting.api(), state, signal);
  } catch (error) {
    signal.throwIfAborted();
    const trouble = troubleOf(error, clock.now());
    const why = `The ${what} could not be written: ${trouble.message}.${adviceFor(trouble, permission, `${place.owner}/${place.repo}`)}`;
    if (trouble.kind === 'busy') return { kind: 'later', at: trouble.retryAt, why };
    if (trouble.kind === 'unreachable') return { kind: 'later', at: clock.now() + times.again, why };
    return { kind: 'never', why };
  }
}

function adviceFor({ kind, message }: GitHubTrouble, permission: string, repository: string): string {
  if (kind === 'busy') return ' GitHub asked to be left alone for a while.';
  if (kind === 'missing')
    return ` Is it one of ${repository}, and has the job \`permissions: ${permission}\`?`;
  if (kind !== 'denied') return '';
  if (message.startsWith('401')) return ' Give another token as github-token.';
  if (message.includes('locked')) return '';
  return ` Give the job \`permissions: ${permission}\`; the token of a pull request from a fork only reads.`;
}
