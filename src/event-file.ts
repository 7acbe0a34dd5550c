import { readFileSync } from 'node:fs';
import { asError } from './errors.ts';
import type { WorkflowEvent } from './github/event.ts';
import type { Environment } from './inputs.ts';

/** The event of a workflow run as far as it could be read. */
export interface ReadEvent {
  readonly event: WorkflowEvent;
  /** Why its payload is missing; absent where it was read, and where the runner names no file. */
  readonly trouble?: string;
}

/** Reads the event from the runner's variables and the file of GITHUB_EVENT_PATH; never throws. */
export function readEvent(env: Environment): ReadEvent {
  const given = (name: string): string => env[`GITHUB_${name}`] ?? '';
  const event: WorkflowEvent = {
    name: given('EVENT_NAME'),
    sha: given('SHA'),
    ref: given('REF'),
    workflow: /\/([^/@]+)@/.exec(given('WORKFLOW_REF'))?.[1] ?? '',
    payload: {},
  };
  const file = given('EVENT_PATH');
  if (file === '') return { event };
  try {
    const payload: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof payload !== 'object' || payload === null) throw new Error('it holds no object');
    return { event: { ...event, payload } };
  } catch (error) {
    return { event, trouble: `The event in GITHUB_EVENT_PATH could not be read: ${asError(error).message}.` };
  }
}
