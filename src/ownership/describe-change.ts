import { FIELD_MANAGER } from '../kube/client.ts';
import type { LastChange } from './last-change.ts';

/** The workflow run that wrote last, as far as it is named; what is empty is left out. */
export interface NamedRun {
  /** URL of the run. */
  readonly run: string;
  /** SHA of the commit that the run was for. */
  readonly commit?: string;
  /** Who started the run. */
  readonly actor?: string;
}

/**
 * Who changed it and when, as a part of a sentence, such as `changed by argocd-controller at
 * 2026-11-21T13:00:00Z` or `set by run https://… (commit abc1234, actor jane) at …`. The run is named only if
 * the last change is ours: its annotations stay when somebody else comes later. Pure, not escaped.
 */
export function describeChange(change: LastChange | undefined, run: NamedRun | undefined): string {
  if (change === undefined) return 'changed by somebody unknown';
  const { manager, at } = change;
  if (manager !== FIELD_MANAGER || run === undefined) return `changed by ${manager} at ${at}`;
  return `set by run ${run.run}${describeRun(run)} at ${at}`;
}

function describeRun({ commit = '', actor = '' }: NamedRun): string {
  const parts = [
    ...(commit === '' ? [] : [`commit ${commit.slice(0, 7)}`]),
    ...(actor === '' ? [] : [`actor ${actor}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
