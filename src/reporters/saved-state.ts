import * as core from '@actions/core';
import type { Observation } from '../observation.ts';
import { type Operation, operations } from '../model.ts';
import type { Report } from '../report.ts';
import { type SavedState, stateName } from '../saved-state.ts';
import type { Reporter } from './reporter.ts';

/** Saves what the post step needs, each time before a write goes out; without a runner nothing is saved. */
export function savedStateReporter(statePath: string | undefined): Reporter {
  let last = '';
  const save = (report: Report): void => {
    const state = statePath ? stateOf(report) : undefined;
    const text = state === undefined ? '' : JSON.stringify(state);
    if (text === '' || text === last) return;
    last = text;
    core.saveState(stateName, text);
  };
  return {
    // An end that was not told yet is none: a run that is killed meanwhile is told of by its post step.
    update: (report) => {
      if (report.ending === undefined) save(report);
    },
    close: (report) => {
      save(report);
      return Promise.resolve();
    },
  };
}

/** What is saved of a run; nothing until the target was seen: there is nothing to come back to then. Pure. */
export function stateOf({
  operation,
  observation,
  timeline,
  run,
  ending,
  untold,
}: Report): SavedState | undefined {
  if (observation === undefined || !isOperation(operation)) return undefined;
  const settled = run?.open === undefined && isAtRest(observation);
  return {
    operation,
    wrote: timeline.some(({ kind }) => kind === 'request'),
    ...(run?.candidate === undefined ? {} : { candidate: run.candidate }),
    ...(run?.signal === undefined ? {} : { signal: run.signal }),
    ...(ending && {
      end: { ended: ending.ended, reason: ending.reason, settled, ...(untold && { untold }) },
    }),
  };
}

function isAtRest({ current, settled, pauses }: Observation): boolean {
  return settled !== undefined || (current && pauses.some(({ ours }) => ours === true));
}

function isOperation(word: string): word is Operation {
  return operations.some((operation) => operation === word);
}
