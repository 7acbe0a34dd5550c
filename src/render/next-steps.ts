import { formatState } from '../format.ts';
import type { Report } from '../report.ts';
import { codeBlock } from './markdown.ts';

/** How a person goes on from a release that waits: what the repository offers for it. */
export interface Commands {
  /** File name of a workflow with `workflow_dispatch` and the inputs operation, target and expect. */
  readonly workflow?: string;
  /** Comments that command are answered: `/promote STATE`. */
  readonly chat: boolean;
}

/** The commands that take a waiting release on or back, with the state that was seen; empty where none waits. Pure. */
export function renderNextSteps(report: Report, { workflow, chat }: Commands): string {
  const { observation, ending, target } = report;
  const waits = observation?.pauses.some(({ kind }) => kind === 'gate' || kind === 'inconclusive') === true;
  const isOpen = ending === undefined || ending.ended === 'paused';
  if (observation === undefined || !waits || !isOpen) return '';
  const state = formatState(observation.guard);
  const run = (operation: string): string =>
    `gh workflow run ${workflow ?? ''} -f operation=${operation} -f target=${target} -f expect=${state}`;
  const lines = [
    ...(chat ? [`/promote ${state}`, `/abort ${state}`] : []),
    ...(workflow === undefined ? [] : [run('promote'), run('abort')]),
    ...(chat || workflow !== undefined
      ? []
      : [`operation: promote   # or abort`, `target: ${target}`, `expect: ${state}`]),
  ];
  return ['#### To go on, or back', codeBlock(lines.join('\n'))].join('\n\n');
}
