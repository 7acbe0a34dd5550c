import { formatDuration } from '../support/duration.ts';
import type { ContainerView } from './container.ts';
import type { Finding } from './finding.ts';
import type { RawProbe } from './raw.ts';
import { eventLines, inSentence, newestFirst, stateLine } from './words.ts';

/** Time that every program may take before anybody asks why it is not ready. */
const BOOT_MS = 10_000;

/** A container that runs and is not ready: its startup or readiness probe has not passed. Pure. */
export function unreadyFinding(view: ContainerView): Finding | undefined {
  const { pod, spec, status, init, where, now } = view;
  const since = status.state?.running?.startedAt;
  if (since === undefined || status.ready === true) return undefined;
  const running = Math.max(0, now - Date.parse(since));
  if (init) return stillRunning(view, running);
  const kind = status.started === false && spec.startupProbe !== undefined ? 'startup' : 'readiness';
  const probe = kind === 'startup' ? spec.startupProbe : spec.readinessProbe;
  if (running < Math.max(BOOT_MS, (probe?.initialDelaySeconds ?? 0) * 1000)) return undefined;
  if (probe === undefined) return stillRunning(view, running);
  const prefix = kind === 'startup' ? 'Startup probe ' : 'Readiness probe ';
  const events = view.events.filter(
    ({ reason, message = '' }) => reason === 'Unhealthy' && message.startsWith(prefix),
  );
  const said = newestFirst(events)[0]
    ?.message?.slice(prefix.length)
    .replace(/^failed: /, '');
  const answer = said === undefined ? '' : `: ${inSentence(said)}`;
  return {
    cause: `${kind}-probe`,
    container: status.name,
    what: `did not pass the ${kind} probe${where} in ${formatDuration(running)} (${inSentence(describeProbe(probe))})${answer}`,
    evidence: [stateLine(pod, status), ...eventLines(events)],
    advice: `See whether the program answers the probe, and what it waits for; the ${kind} probe may ask the wrong port or path.`,
    final: false,
  };
}

function stillRunning({ pod, status, where, init }: ContainerView, running: number): Finding | undefined {
  if (running < BOOT_MS) return undefined;
  return {
    cause: 'starting',
    container: status.name,
    what: init
      ? `did not come through yet${where} (running for ${formatDuration(running)})`
      : `did not become ready yet${where} (running for ${formatDuration(running)})`,
    evidence: [stateLine(pod, status)],
    advice: init ? 'Wait, or see what the init container waits for.' : 'Wait.',
    final: false,
  };
}

/** The probe in a few words: `http GET :8080/healthz`. */
function describeProbe({ httpGet, tcpSocket, grpc, exec }: RawProbe): string {
  if (httpGet !== undefined) return `http GET :${String(httpGet.port ?? '')}${httpGet.path ?? '/'}`;
  if (tcpSocket !== undefined) return `tcp :${String(tcpSocket.port ?? '')}`;
  if (grpc !== undefined) return `grpc :${String(grpc.port ?? '')}`;
  return `exec ${(exec?.command ?? []).join(' ')}`;
}
