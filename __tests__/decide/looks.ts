import type { Observation } from '../../src/observation.ts';
import type { Operation, RequestName } from '../../src/model.ts';
import type { Plan } from '../../src/plan.ts';
import type { Answer } from '../../src/targets/target.ts';
import {
  type Timed,
  accepted,
  allowed,
  answers,
  asks,
  images,
  second,
  sees,
  webImage,
} from '../fixtures/runs.ts';
import { type StoryName, seen } from '../fixtures/stories.ts';

/** The captured Rollouts are of many clusters; in one run they are one object. */
export function look(name: StoryName, what: string): Observation {
  const observation = seen(name, what);
  return { ...observation, guard: { ...observation.guard, uid: 'one' } };
}

/** The same moment, seen again later. */
export function again(observation: Observation): Observation {
  return { ...observation, version: observation.version + 100 };
}

export const healthyBefore = look('release', 'Healthy before');
export const begun = look('release', 'the new hash, no pod yet');
export const gate = look('release', 'gate');
export const timed = look('release', 'timed pause');
export const healthyAfter = look('release', 'Healthy after');
export const held = look('held-by-person', 'held at the gate');
export const aborted = look('abort', 'aborted, pods gone');

/** As the controller leaves a release whose spec became invalid at its gate: candidate and step stay. */
export const invalid: Observation = {
  ...gate,
  invalid: true,
  phase: 'Degraded',
  message: look('invalid-spec', 'invalid').message,
};

/** The hold that a cancelled run left at a gate. */
export const heldByUs: Observation = {
  ...held,
  held: 'https://github.com/acme/web/actions/runs/7',
  pauses: [...gate.pauses, { kind: 'manual', ours: true }],
};

const lastPod = look('release', 'all steps done, one pod missing');

/** The rest of the steps is being skipped. */
export const inFull: Observation = {
  ...lastPod,
  promotingFull: true,
  guard: { ...lastPod.guard, promoteFull: true },
};

/** What each operation is asked for in these stories: nothing that would make it refuse. */
export const plans: Readonly<Record<Operation, Partial<Plan>>> = {
  deploy: { images: [{ image: images.second }] },
  follow: { images: [] },
  status: { images: [] },
  promote: { images: [], expect: { kind: 'any' } },
  'promote-full': { images: [], expect: { kind: 'any' } },
  abort: { images: [] },
  retry: { images: [] },
  rollback: { images: [] },
  restart: { images: [] },
  pause: { images: [] },
  resume: { images: [] },
};

/** The request that an operation comes to send at a gate; those that only follow pass it by policy. */
export const requestBy: Readonly<Record<Operation, RequestName>> = {
  deploy: 'promote',
  follow: 'promote',
  status: 'promote',
  promote: 'promote',
  'promote-full': 'promote-full',
  abort: 'abort',
  retry: 'promote',
  rollback: 'restore',
  restart: 'restart',
  pause: 'pause',
  resume: 'resume',
};

/** Where that request waits for its effect. */
export function standing(operation: Operation): Observation {
  return operation === 'resume' ? held : gate;
}

/** The server's answer to it. */
export async function answerTo(operation: Operation): Promise<Answer> {
  const on = standing(operation);
  return await accepted(requestBy[operation], on, on.stable && { revision: on.stable.hash });
}

const deployed = await accepted('deploy', healthyBefore, { images: webImage(images.second) });
const retried = await accepted('retry', aborted);

/** How a run comes to a release that has just begun: deploy and retry began it, the others find it so. */
export function begins(operation: Operation): readonly Timed[] {
  const found = sees(2 * second, begun);
  switch (operation) {
    case 'deploy':
      return [
        allowed,
        sees(0, healthyBefore),
        asks(second, 'deploy'),
        answers(second, deployed),
        sees(2 * second, look('release', 'image set, not observed')),
        found,
      ];
    case 'retry':
      return [
        allowed,
        sees(0, aborted),
        asks(second, 'retry'),
        answers(second, retried),
        sees(2 * second, look('abort', 'retry: phase first')),
        found,
      ];
    case 'follow':
    case 'status':
    case 'promote':
    case 'promote-full':
    case 'abort':
    case 'rollback':
    case 'restart':
    case 'pause':
    case 'resume':
      return [allowed, found];
  }
}
