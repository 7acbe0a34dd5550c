import { constants } from 'node:os';
import { type ContainerView, lastEnd, logOf } from './container.ts';
import type { Finding } from './finding.ts';
import type { RawTerminated } from './raw.ts';
import { eventLines, inSentence, logLines, plural, stateLine } from './words.ts';

/** A container that ran this long since its last end has come through: what it lacks now is something else. */
const CAME_THROUGH_MS = 60_000;
/** Restarts after which a container that is ready right now is not believed: without a probe it always is for a while. */
const FLAPPING = 2;

/** A container that ended when it should run: by memory, by its liveness probe, or by itself. Pure. */
export function crashFinding(view: ContainerView): Finding | undefined {
  const last = lastEnd(view);
  if (last === undefined || !endedWrongly(view, last.end)) return undefined;
  const { pod, status, events } = view;
  const { end, previous } = last;
  const found = memory(view, end) ?? killed(view) ?? crash(view, end);
  const { restartCount = 0 } = status;
  const restarts = restartCount === 0 ? '' : `, ${plural(restartCount, 'restart')}`;
  return {
    cause: found.cause,
    container: status.name,
    what: `${found.what}${restarts}`,
    evidence: [
      stateLine(pod, status),
      ...eventLines(events.filter(({ reason }) => reason === 'Unhealthy' || reason === 'Killing')),
      ...logLines(logOf(view, end.exitCode)),
    ],
    advice: found.advice,
    final: false,
    log: { container: status.name, previous, exitCode: end.exitCode },
  };
}

/** Whether the container's last run ended wrongly, and lately. */
function endedWrongly({ status, init, now }: ContainerView, end: RawTerminated): boolean {
  const { state, ready, restartCount = 0 } = status;
  if (init && end.exitCode === 0) return false;
  if (state?.running === undefined) return true;
  const lately = now - Date.parse(state.running.startedAt ?? '') < CAME_THROUGH_MS;
  return lately && (ready !== true || restartCount >= FLAPPING);
}

type Found = Pick<Finding, 'cause' | 'what' | 'advice'>;

function memory({ spec, where }: ContainerView, end: RawTerminated): Found | undefined {
  if (end.reason !== 'OOMKilled') return undefined;
  const limit = spec.resources?.limits?.['memory'];
  const told =
    limit === undefined ? 'OOMKilled, no limit of its own' : `OOMKilled, limit ${inSentence(limit)}`;
  return {
    cause: 'out-of-memory',
    what: `ran out of memory${where} (${told})`,
    advice: 'Raise the memory limit, or find what the new version needs so much memory for.',
  };
}

/** The kubelet writes `Container web failed liveness probe, will be restarted`, and Unhealthy before it. */
function killed({ events, where }: ContainerView): Found | undefined {
  const kill = events.find(({ message = '' }) => /failed (liveness|startup) probe, will be/.test(message));
  const kind = /failed (\w+) probe/.exec(kill?.message ?? '')?.[1];
  if (kind === undefined) return undefined;
  const prefix = kind === 'startup' ? 'Startup probe failed: ' : 'Liveness probe failed: ';
  const said = events.find(({ message = '' }) => message.startsWith(prefix))?.message?.slice(prefix.length);
  return {
    cause: kind === 'startup' ? 'startup-probe' : 'liveness-probe',
    what: `did not pass the ${kind} probe${where} and got killed${said === undefined ? '' : `: ${inSentence(said)}`}`,
    advice: `See why the ${kind} probe gets no good answer, or give it more time (failureThreshold, periodSeconds).`,
  };
}

function crash({ init, where }: ContainerView, end: RawTerminated): Found {
  if (end.exitCode === 0 && !init) {
    return {
      cause: 'crash-loop',
      what: `ended by itself${where} (exit code 0)`,
      advice: 'Let the container run a program that does not end; work that ends belongs into a Job.',
    };
  }
  const reason = end.reason === undefined || end.reason === 'Error' ? '' : `, ${inSentence(end.reason)}`;
  const said = end.message ? `: ${inSentence(end.message)}` : '';
  return {
    cause: 'crash-loop',
    what: `crashed${where} (${describeExit(end)}${reason})${said}`,
    advice: init
      ? 'See the last lines of the log of the init container; nothing else starts before it is done.'
      : 'See the last lines of its log: the program does not come up with this image and configuration.',
  };
}

/** `exit code 139 (SIGSEGV)`: a shell and most runtimes add 128 to the signal; 126 and 127 are a shell's own. */
function describeExit({ exitCode, signal }: RawTerminated): string {
  const number = signal || (exitCode !== undefined && exitCode > 128 ? exitCode - 128 : undefined);
  const name = Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
  const shell = exitCode === 126 ? 'not executable' : exitCode === 127 ? 'command not found' : undefined;
  const meaning = name ?? shell;
  const code = `exit code ${exitCode === undefined ? 'unknown' : String(exitCode)}`;
  return meaning === undefined ? code : `${code} (${meaning})`;
}
