import type { RawEvidence } from './evidence.ts';
import type { Cause, Finding } from './finding.ts';
import { isOver } from './pod.ts';
import { eventLines, inSentence, newestFirst, oneLine } from './words.ts';

/** How many pods the ReplicaSet wants and does not have. */
export function missingPods({ replicaSet, pods }: RawEvidence): number {
  const there =
    pods?.filter((pod) => !isOver(pod) && pod.metadata.deletionTimestamp === undefined).length ??
    replicaSet?.status?.replicas ??
    0;
  return Math.max(0, (replicaSet?.spec?.replicas ?? 0) - there);
}

interface Refusal {
  readonly cause: Cause;
  readonly says: RegExp;
  readonly final: boolean;
  readonly advice: string;
}

/** Who refuses a pod: the first that fits. Final is what the API server judges by rules of its own. */
const refusals: readonly Refusal[] = [
  {
    cause: 'quota',
    says: /exceeded quota|failed quota/,
    final: true,
    advice: 'Raise the ResourceQuota, or ask for less.',
  },
  {
    cause: 'admission',
    says: /failed calling webhook/,
    final: false,
    advice: 'See whether the admission webhook runs; pods are refused while it gives no answer.',
  },
  {
    cause: 'admission',
    says: /admission webhook "[^"]*" denied/,
    // It may depend on what changes, such as a signature that is on its way.
    final: false,
    advice: 'Let the pod be as the policy of the admission webhook asks.',
  },
  {
    cause: 'missing-config',
    says: /serviceaccount "[^"]*" not found|no PriorityClass with name|RuntimeClass "[^"]*" not found/i,
    final: true,
    advice: 'Apply the missing object before the release, or correct its name.',
  },
  {
    cause: 'admission',
    says: /violates PodSecurity|ValidatingAdmissionPolicy|(minimum|maximum) .+ per |is invalid: /,
    final: true,
    advice: 'Let the pod be as the message asks, or change the policy.',
  },
];

const otherwise = {
  cause: 'admission',
  final: false,
  advice: 'Let the pod be as the message asks.',
} as const;

/** Pods that the ReplicaSet may not create, by its condition ReplicaFailure, else by its events. Pure. */
export function creationFinding(evidence: RawEvidence): Finding | undefined {
  const { replicaSet } = evidence;
  if (replicaSet === undefined || missingPods(evidence) === 0) return undefined;
  const condition = replicaSet.status?.conditions?.find(
    ({ type, status, reason }) => type === 'ReplicaFailure' && status === 'True' && reason === 'FailedCreate',
  );
  const events = newestFirst(
    (evidence.events.get(replicaSet.metadata.uid) ?? []).filter(({ reason }) => reason === 'FailedCreate'),
  );
  const message = condition?.message ?? events[0]?.message?.replace(/^Error creating: /, '');
  if (message === undefined) return undefined;
  const { cause, final, advice } = refusals.find(({ says }) => says.test(message)) ?? otherwise;
  const said = message.replace(/^(pods|Pod) "[^"]*" is (forbidden|invalid): /, '');
  return {
    cause,
    what: `cannot be created: ${inSentence(said)}`,
    evidence: [
      oneLine(`ReplicaSet ${replicaSet.metadata.name}: FailedCreate: ${message}`),
      ...eventLines(events),
    ],
    advice,
    final,
  };
}
