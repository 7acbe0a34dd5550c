import type { Finding } from './finding.ts';
import type { RawEvent, RawPod } from './raw.ts';
import { eventLines, inSentence, newestFirst, oneLine } from './words.ts';

const volumeReasons: readonly string[] = ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'];

/** A pod whose volumes do not come. Pure. */
export function volumeFinding(pod: RawPod, events: readonly RawEvent[]): Finding | undefined {
  if (isSetUp(pod)) return undefined;
  const failures = newestFirst(events.filter(({ reason }) => volumeReasons.includes(reason ?? '')));
  // A list of volumes that time out says less than the failure of one.
  const told = failures.find(({ message = '' }) => !/timed out waiting/.test(message)) ?? failures[0];
  if (told === undefined) return undefined;
  const message = told.message ?? '';
  const missing = /\b(configmap|secret)s?\b.* not found|references non-existent (config|secret) key/i.test(
    message,
  );
  const attached = /Multi-Attach|already (used|exclusively attached)/i.test(message);
  return {
    cause: missing ? 'missing-config' : 'volume',
    what: `cannot mount a volume: ${inSentence(message.replace(/^MountVolume\.SetUp failed for /, ''))}`,
    evidence: [oneLine(`pod ${pod.metadata.name}: waits for its volumes`), ...eventLines(failures)],
    advice: missing
      ? 'Apply the ConfigMap or Secret with its keys before the release, or correct the reference.'
      : attached
        ? 'Such a volume is for one node: delete the old pod first (strategy Recreate), or use one that many may attach.'
        : 'See the volume and its driver on that node.',
    final: missing,
  };
}

/** A pod whose sandbox (network, runtime) cannot be made. Pure. */
export function sandboxFinding(pod: RawPod, events: readonly RawEvent[]): Finding | undefined {
  if (isSetUp(pod)) return undefined;
  const failures = newestFirst(events.filter(({ reason }) => reason === 'FailedCreatePodSandBox'));
  const [newest] = failures;
  if (newest === undefined) return undefined;
  const message = (newest.message ?? '')
    .replace(/^Failed to create pod sandbox: /, '')
    .replace(/rpc error: code = \w+ desc = /g, '');
  return {
    cause: 'sandbox',
    what: `cannot be set up on the node: ${inSentence(message)}`,
    evidence: eventLines(failures),
    advice: 'See the network plugin and the container runtime of the node.',
    final: false,
  };
}

/** Whether any container has been started: then volumes and sandbox are there, whatever events are left of before. */
function isSetUp({ status }: RawPod): boolean {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])].some(
    ({ state, lastState }) =>
      state?.running !== undefined || state?.terminated !== undefined || lastState?.terminated !== undefined,
  );
}
