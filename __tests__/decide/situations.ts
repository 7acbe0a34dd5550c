import type { Observation, Operation } from '../../src/model.ts';
import type { Plan } from '../../src/plan.ts';
import {
  type Timed,
  accepted,
  allowed,
  answers,
  asks,
  hour,
  images,
  loses,
  minute,
  planOf,
  second,
  sees,
  sighting,
  stops,
  ticks,
  webImage,
} from '../fixtures/runs.ts';
import { type StoryName, seen } from '../fixtures/stories.ts';

/** What happened to a run so far, and what its plan says beside the operation and the policies. */
export interface Situation {
  readonly plan?: Partial<Plan>;
  readonly events: readonly Timed[];
}

/** The captured Rollouts are of many clusters; in one run they are one object. */
export function look(name: StoryName, what: string): Observation {
  const observation = seen(name, what);
  return { ...observation, guard: { ...observation.guard, uid: 'one' } };
}

const healthyBefore = look('release', 'Healthy before');
const begun = look('release', 'the new hash, no pod yet');
const gate = look('release', 'gate');
const timed = look('release', 'timed pause');
const held = look('held-by-person', 'held at the gate');
const again = (observation: Observation): Observation => ({
  ...observation,
  version: observation.version + 100,
});

/** As the controller leaves a release whose spec became invalid at its gate: candidate and step stay. */
const invalid: Observation = {
  ...gate,
  invalid: true,
  phase: 'Degraded',
  message: look('invalid-spec', 'invalid').message,
};

/** What each operation is asked for in these stories: nothing that would make it refuse. */
export const plans: Readonly<Record<Operation, Partial<Plan>>> = {
  deploy: { images: [{ image: images.second }] },
  follow: { images: [] },
  status: { images: [] },
  promote: { images: [], expect: { kind: 'any' } },
  abort: { images: [] },
};

const deployed = await accepted('deploy', healthyBefore, { images: webImage(images.second) });
const promoted = await accepted('promote', gate);
const aborted = await accepted('abort', gate);
const dropped = await accepted('abort', begun);

/** How a run comes to a release that has just begun: deploy began it, the others find it so. */
function begins(operation: Operation): readonly Timed[] {
  const found = sees(2 * second, begun);
  if (operation !== 'deploy') return [allowed, found];
  return [
    allowed,
    sees(0, healthyBefore),
    asks(second, 'deploy'),
    answers(second, deployed),
    sees(2 * second, look('release', 'image set, not observed')),
    found,
  ];
}

const request = (operation: Operation): 'promote' | 'abort' => (operation === 'abort' ? 'abort' : 'promote');

/** A request at a gate that showed no effect for 30 s, so many times. */
function overdue(operation: Operation, times: number): readonly Timed[] {
  const answer = operation === 'abort' ? aborted : promoted;
  const starts = Array.from({ length: times }, (_, i) => (4 + i * 40) * second);
  const rounds = starts.flatMap((at) => [
    asks(at, request(operation)),
    answers(at, answer),
    ticks(at + 30 * second),
  ]);
  return [...begins(operation), sees(3 * second, gate), ...rounds];
}

const meanwhile =
  (...events: readonly Timed[]) =>
  (operation: Operation): Situation => ({ events: [...begins(operation), ...events] });
const from =
  (events: readonly Timed[], plan: Partial<Plan> = {}) =>
  (): Situation => ({ events, plan });
const later = 2 * hour;
const at = 3 * second;

/** Every situation that the table decides on, by the name that the table has for it. */
export const situations = {
  'nothing seen yet': from([allowed]),
  'Healthy before': from([allowed, sees(0, healthyBefore)]),
  'not allowed yet, at a gate': from([sees(0, gate)]),
  progressing: meanwhile(),
  'progressing, too long': meanwhile(ticks(later)),
  gate: meanwhile(sees(at, gate)),
  'gate, too long': meanwhile(sees(at, gate), ticks(later)),
  timed: meanwhile(sees(at, timed)),
  'timed, not ended in time': meanwhile(sees(at, timed), ticks(later)),
  'held by a person at a gate': meanwhile(sees(at, held)),
  'held by a person, too long': meanwhile(sees(at, held), ticks(later)),
  inconclusive: meanwhile(sees(at, look('analysis-inconclusive', 'inconclusive'))),
  'gate and inconclusive': meanwhile(sees(at, look('gate-and-inconclusive', 'gate and inconclusive'))),
  measuring: meanwhile(sees(at, look('analysis-failed', 'analysis begins'))),
  'measuring, for hours': meanwhile(sees(at, look('analysis-failed', 'analysis begins')), ticks(later)),
  'aborted by the controller': meanwhile(sees(at, look('analysis-failed', 'aborted by the controller'))),
  'aborted by the controller, not settled': meanwhile(
    sees(at, look('analysis-failed', 'aborted by the controller, canary pod still there')),
  ),
  'aborted by a person': meanwhile(sees(at, look('abort', 'aborted, pods gone'))),
  'aborted by a person, not settled': meanwhile(sees(at, look('abort', 'aborted, canary pod still there'))),
  'aborted, never settled': meanwhile(
    sees(at, look('deadline-abort', 'aborted, stable side one pod short')),
    ticks(later),
  ),
  'abort asked by a person, not acted on': meanwhile(sees(at, look('abort', 'abort asked, not acted on'))),
  'past the progress deadline': meanwhile(sees(at, look('deadline-degraded', 'past the progress deadline'))),
  'past the progress deadline, too long': meanwhile(
    sees(at, look('deadline-degraded', 'past the progress deadline')),
    ticks(later),
  ),
  'invalid spec': meanwhile(sees(at, invalid)),
  'invalid spec, after the grace': meanwhile(sees(at, invalid), ticks(at + minute)),
  'not current, showing a gate': meanwhile(sees(at, look('held-by-person', 'held, not observed'))),
  'not current, too long': meanwhile(sees(at, look('held-by-person', 'held, not observed')), ticks(later)),
  'first creation': from(
    [allowed, sees(0, look('first-creation', 'first status: a candidate, no stable revision'))],
    { images: [{ image: images.first }] },
  ),
  'first creation, too long': from(
    [
      allowed,
      sees(0, look('first-creation', 'first status: a candidate, no stable revision')),
      ticks(40 * minute),
    ],
    { images: [{ image: images.first }] },
  ),
  'other image, not observed': meanwhile(sees(at, look('superseding', 'third image set, not observed'))),
  'other image, only the generation observed': meanwhile(
    sees(at, look('superseding', 'generation observed, hash and pause still of the second')),
  ),
  'other candidate at its gate': meanwhile(sees(at, look('superseding', 'gate of the third'))),
  deleted: meanwhile(sees(at, gate), sighting(at, 'gone')),
  'created again': meanwhile(sees(at, { ...gate, guard: { ...gate.guard, uid: 'another' } })),
  'API server out of reach': meanwhile(loses(at)),
  'API server out of reach, too long': meanwhile(loses(at), ticks(40 * minute)),
  'API server back in time': meanwhile(loses(at), sighting(minute, 'back'), ticks(29 * minute)),
  'cancelled at a gate': meanwhile(sees(at, gate), stops(at)),
  'cancelled before anything was seen': from([allowed, stops(at)]),
  'request sent': (operation) => ({
    events: [...begins(operation), sees(at, gate), asks(at, request(operation))],
  }),
  'request overdue': (operation) => ({ events: overdue(operation, 1) }),
  'request overdue, the third': (operation) => ({ events: overdue(operation, 3) }),
  'request refused, nothing newer seen': (operation) => ({
    events: [
      ...begins(operation),
      sees(at, gate),
      asks(at, request(operation)),
      answers(at, { kind: 'moved' }),
    ],
  }),
  'request refused, then a gate seen': (operation) => ({
    events: [
      ...begins(operation),
      sees(at, gate),
      asks(at, request(operation)),
      answers(at, { kind: 'moved' }),
      sees(at, again(gate)),
    ],
  }),
  'abort dropped by the controller': meanwhile(
    asks(at, 'abort'),
    answers(at, dropped),
    sees(at, again(begun)),
  ),
  'image of a container that is not there': from([allowed, sees(0, gate)], {
    images: [{ container: 'sidecar', image: images.second }],
  }),
  'image of another release': from([allowed, sees(0, gate)], { images: [{ image: images.third }] }),
  'expect of another candidate': (operation) => ({
    ...meanwhile(sees(at, gate))(operation),
    plan: { expect: { kind: 'state', state: 'c0ffee.1.t0xk1b', hash: 'c0ffee' } },
  }),
  'expect of this candidate, at another step': from([allowed, sees(0, gate)], {
    expect: { kind: 'state', state: '66c8458db7.3.t0xk1b', hash: '66c8458db7' },
  }),
  'dry run, before the first write': from([allowed, sees(0, gate)], { dryRun: true }),
  'dry run, write checked': (operation) => ({
    plan: { dryRun: true },
    events: [allowed, sees(0, gate), asks(at, request(operation)), answers(at, promoted)],
  }),
  'dry run, not current': from([allowed, sees(0, look('held-by-person', 'held, not observed'))], {
    dryRun: true,
  }),
  'Healthy after': meanwhile(sees(at, look('release', 'Healthy after'))),
} as const satisfies Record<string, (operation: Operation) => Situation>;

export type SituationName = keyof typeof situations;

/** The plan of one cell of the table. */
export function planFor(
  operation: Operation,
  policies: Pick<Plan, 'onPause' | 'onTimeout'>,
  { plan = {} }: Situation,
): Plan {
  return planOf({ operation, ...plans[operation], ...policies, ...plan });
}
