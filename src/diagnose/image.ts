import type { ContainerView } from './container.ts';
import type { Cause, Finding } from './finding.ts';
import { eventLines, inSentence, newestFirst, stateLine } from './words.ts';

/** Why a container waits when its image is the trouble: k8s.io/kubernetes, pkg/kubelet/images/types.go, and cri-api's errors. */
const reasons: readonly string[] = [
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
  'SignatureValidationFailed',
];

interface Answer {
  readonly cause: Cause;
  /** What the registry or the kubelet says; the first that fits. */
  readonly says: RegExp;
  readonly final: boolean;
  readonly advice: string;
}

/**
 * What registries answer, through containerd, CRI-O and Docker. Many say "does not exist or may require
 * authorization" on purpose, so that is asked first, and is not final: the credentials may come.
 */
const answers: readonly Answer[] = [
  {
    cause: 'invalid-image-name',
    says: /InvalidImageName|invalid reference format|couldn't parse image (name|reference)/i,
    final: true,
    advice: 'Correct the image reference.',
  },
  {
    cause: 'image-pull-denied',
    says: /denied|unauthorized|authorization|authentication required|no basic auth|\b40[13]\b|forbidden/i,
    final: false,
    advice: 'Check that the image exists and that the pod has an imagePullSecret which may pull it.',
  },
  {
    cause: 'image-platform',
    says: /no match(ing manifest)? for (platform|\S+\/\S+)|no image found in (image index|manifest list) for/i,
    final: true,
    advice:
      "Build the image for the nodes' architecture too, or let the pod run only on nodes that it is for.",
  },
  {
    cause: 'image-pull',
    says: /toomanyrequests|too many requests|\b429\b/i,
    final: false,
    advice: 'Pull with credentials that have a higher limit, or from a mirror.',
  },
  {
    cause: 'image-pull',
    says: /no such host|i\/o timeout|connection refused|unavailable|deadline exceeded|x509|certificate|context canceled/i,
    final: false,
    advice: "Check the registry's address, and that the nodes reach it and trust its certificate.",
  },
  {
    cause: 'unknown-image',
    says: /\bnot found\b|manifest unknown|name unknown|\b404\b/i,
    final: true,
    advice: 'Push the image, or correct its name and tag.',
  },
  {
    cause: 'image-pull',
    says: /ErrImageNeverPull|pull policy of Never/,
    final: false,
    advice: 'Load the image onto the node, or let imagePullPolicy be IfNotPresent.',
  },
  {
    cause: 'image-pull',
    says: /SignatureValidationFailed|signature validation failed/i,
    final: false,
    advice: "Sign the image as the nodes' policy asks.",
  },
];

const unknown = { cause: 'image-pull', final: false, advice: 'See what the registry answers.' } as const;

/** A container whose image cannot be had. Pure. */
export function imageFinding(view: ContainerView): Finding | undefined {
  const { pod, spec, status, where, events } = view;
  const waiting = status.state?.waiting;
  if (waiting?.reason === undefined || !reasons.includes(waiting.reason)) return undefined;
  const pulls = events.filter(
    ({ reason, message = '' }) =>
      (reason === 'Failed' && message.startsWith('Failed to ')) ||
      reason === 'InspectFailed' ||
      reason === 'ErrImageNeverPull',
  );
  // Only newer kubelets (1.32) keep the registry's answer in the state while they back off; then the event has it.
  const said = [withoutBackOff(waiting.message ?? ''), newestFirst(pulls)[0]?.message ?? ''].find(
    (text) => text !== '',
  );
  const image = spec.image ?? '';
  const answer = registrysAnswer(said ?? waiting.reason, image);
  const heard = `${waiting.reason}: ${withoutNames(answer, image)}`;
  const { cause, final, advice } = answers.find(({ says }) => says.test(heard)) ?? unknown;
  return {
    cause,
    container: status.name,
    what: `cannot pull ${inSentence(image)}${where}: ${inSentence(answer)}`,
    evidence: [stateLine(pod, status), ...eventLines(pulls)],
    advice,
    final,
  };
}

function withoutBackOff(message: string): string {
  return message.replace(/^Back-off pulling image "[^"]*"(: )?/, '');
}

/** An image may be called `authorization` or have the tag `404`: names are no answer. */
function withoutNames(answer: string, image: string): string {
  const [repository = ''] = image.split(/[:@]/);
  return [image, repository]
    .filter((name) => name !== '')
    .reduce((text, name) => text.replaceAll(name, ''), answer)
    .replace(/https?:\/\/\S+|"[^"]*"/g, '');
}

/** What is left of a chain of wrapped errors when everything is gone that names the image, the call or the wrapper. */
function registrysAnswer(message: string, image: string): string {
  const chain = message
    .replace(
      /^(ErrImagePull: |Failed to \w+ image "[^"]*": |Failed to apply default image tag "[^"]*": )+/,
      '',
    )
    .replace(/rpc error: code = \w+ desc = /g, '')
    .replace(
      /(failed to pull and unpack image|failed to resolve reference|failed to pull image) "[^"]*": /gi,
      '',
    )
    .replace(/^(Error response from daemon: |initializing source docker:\/\/\S+: )+/, '');
  const ofImage = chain.indexOf(`${image}: `);
  return ofImage < 0 ? chain : chain.slice(ofImage + image.length + 2);
}
