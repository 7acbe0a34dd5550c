import { type ContainerView, lastEnd, logOf } from './container.ts';
import type { Finding } from './finding.ts';
import { eventLines, inSentence, logLines, stateLine } from './words.ts';

const objectIsMissing = /\bnot found\b|couldn't find key|non-existent config key|references non-existent/i;
const rootIsRefused = /runAsNonRoot|run as root/;

/** A container that the kubelet cannot even describe to the runtime: CreateContainerConfigError. Pure. */
export function configFinding({ pod, status, where, events }: ContainerView): Finding | undefined {
  const waiting = status.state?.waiting;
  if (waiting?.reason !== 'CreateContainerConfigError') return undefined;
  const message = waiting.message ?? '';
  const missing = objectIsMissing.test(message);
  const root = rootIsRefused.test(message);
  return {
    cause: missing ? 'missing-config' : 'container-config',
    container: status.name,
    what: `cannot start${where}: ${inSentence(message)}`,
    evidence: [stateLine(pod, status), ...eventLines(events.filter(({ reason }) => reason === 'Failed'))],
    advice: missing
      ? 'Apply the ConfigMap or Secret with its keys before the release, or correct the reference.'
      : root
        ? 'Give the image a numeric user that is not root, or set runAsUser.'
        : "See the pod's events.",
    // Anything else, such as a ConfigMap that the kubelet's cache does not have yet, may pass.
    final: missing || root,
  };
}

const startReasons: readonly string[] = ['StartError', 'ContainerCannotRun'];
const createReasons: readonly string[] = ['RunContainerError', 'CreateContainerError', 'PostStartHookError'];
const formatIsWrong = /exec format error/i;
/** What runc (now, and before 1.1) writes itself, in place of the program; a program may log such words of another. */
const formatInLog =
  /^(exec \S+: |standard_init_linux\.go:\d+: exec user process caused:? "?)exec format error/;
const programIsMissing =
  /executable file not found|no such file or directory|permission denied|no command specified/i;

/** A container whose program does not start: for another architecture, not there, not to be executed. Pure. */
export function startFinding(view: ContainerView): Finding | undefined {
  const { pod, status, where, events } = view;
  const last = lastEnd(view);
  const reason = last?.end.reason ?? '';
  const waiting = status.state?.waiting;
  const notCreated = createReasons.includes(waiting?.reason ?? '') ? waiting : undefined;
  const log = logOf(view, last?.end.exitCode);
  // A kernel that refuses the format after the start leaves this in the log, and an exit code like any other.
  const inLog = log.split('\n').find((line) => formatInLog.test(line));
  const hasEnded = last !== undefined && last.end.exitCode !== 0 && status.state?.running === undefined;
  const said =
    notCreated?.message ?? (startReasons.includes(reason) ? (last?.end.message ?? reason) : undefined);
  if (said === undefined && !(hasEnded && inLog !== undefined)) return undefined;
  const message = said ?? inLog ?? '';
  const format = formatIsWrong.test(message) || inLog !== undefined;
  const missing = programIsMissing.test(message);
  return {
    cause: format ? 'exec-format' : 'cannot-start',
    container: status.name,
    what: `cannot start${where}: ${inSentence(runtimesAnswer(message))}`,
    evidence: [
      stateLine(pod, status),
      ...eventLines(events.filter((event) => event.reason === 'Failed')),
      ...logLines(log),
    ],
    advice: format
      ? "Build the image for the nodes' architecture, or let the pod run only on nodes that it is for."
      : missing
        ? 'Correct the command, or put the program into the image and make it executable.'
        : "See what the node's container runtime says.",
    final: format || missing,
  };
}

/** Without the chain of programs that hand on what the last one said. */
function runtimesAnswer(message: string): string {
  return message
    .replace(/^(rpc error: code = \w+ desc = |Error: )+/, '')
    .replace(/^failed to (create|start) containerd (container|task)[^:]*: /, '')
    .replace(/^.*?(unable to start container process: |starting container process caused:? )/, '')
    .replace(/^error during container init: /, '')
    .replace(/: unknown$/, '');
}
