import type { Observation } from '../../src/observation.ts';
import { type Operation, operations } from '../../src/model.ts';
import type { Plan } from '../../src/plan.ts';
import type { Answer, Examined } from '../../src/targets/target.ts';
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
} from '../fixtures/runs.ts';
import {
  again,
  answerTo,
  begins,
  begun,
  gate,
  healthyAfter,
  healthyBefore,
  held,
  heldByUs,
  inFull,
  invalid,
  look,
  plans,
  requestBy,
  standing,
  timed,
} from './looks.ts';

/** What happened to a run so far, and what its plan says beside the operation and the policies. */
export interface Situation {
  readonly plan?: Partial<Plan>;
  readonly events: readonly Timed[];
}

const dropped = await accepted('abort', begun);
const answersTo = new Map<Operation, Answer>();
for (const operation of operations) answersTo.set(operation, await answerTo(operation));

/** The request of the operation where it stands, and its answer. */
function asked(operation: Operation, at: number, answer = answersTo.get(operation)): readonly Timed[] {
  const sent = asks(at, requestBy[operation]);
  return answer === undefined ? [sent] : [sent, answers(at, answer)];
}

/** A request that showed no effect for 30 s, so many times. */
function overdue(operation: Operation, times: number): readonly Timed[] {
  const starts = Array.from({ length: times }, (_, i) => (4 + i * 40) * second);
  const rounds = starts.flatMap((start) => [...asked(operation, start), ticks(start + 30 * second)]);
  return [...begins(operation), sees(3 * second, standing(operation)), ...rounds];
}

/** A pod that cannot start, and that no waiting will mend. */
const doomed: Examined = {
  diagnoses: [
    {
      problem: 'web: the image is not there.',
      evidence: [],
      advice: 'Push it.',
      cause: 'image-pull',
      final: true,
      pods: { affected: 1, ready: 0, total: 1 },
    },
  ],
  notices: [],
};

const meanwhile =
  (...events: readonly Timed[]) =>
  (operation: Operation): Situation => ({ events: [...begins(operation), ...events] });
const from =
  (events: readonly Timed[], plan: Partial<Plan> = {}) =>
  (): Situation => ({ events, plan });
const later = 2 * hour;
const at = 3 * second;

/** The server found that the target has moved. */
function refused(operation: Operation): readonly Timed[] {
  return [...begins(operation), sees(at, standing(operation)), ...asked(operation, at, { kind: 'moved' })];
}

/** After a retry the gate of a blueGreen stands before its analysis has ended. */
const measuredGate = look('blue-green-abort', 'gate of the retry, its analysis is running');

const unprovenGate: Observation = {
  ...look('blue-green', 'gate'),
  unproven: 'Its pre-promotion analysis was ended before its measurements, so it is no verdict.',
};

/** A moment of a blueGreen as one of the release that the other moments are of. */
function ofStep(observation: Observation): Observation {
  const { hash, stable } = gate.guard;
  return { ...observation, guard: { ...observation.guard, hash, ...(stable && { stable }) } };
}

/** The pods of the candidate are looked at. */
function looked(when: number): Timed {
  return [when, { type: 'pods', examined: doomed, on: begun }];
}

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
  'held by a cancelled run of ours': meanwhile(sees(at, heldByUs)),
  'blueGreen: gate with its analysis running': meanwhile(sees(at, ofStep(measuredGate))),
  'blueGreen: gate that proves nothing': meanwhile(sees(at, ofStep(unprovenGate))),
  'promoting in full': meanwhile(sees(at, inFull)),
  'promoting in full, too long': meanwhile(sees(at, inFull), ticks(later)),
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
  'pods that cannot start, in the grace': meanwhile(looked(30 * second), ticks(minute)),
  'pods that cannot start': meanwhile(looked(minute), ticks(minute + 2 * second)),
  'pods that cannot start, fail-fast: false': (operation) => ({
    plan: { failFast: false },
    events: [...begins(operation), looked(minute), ticks(minute + 2 * second)],
  }),
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
    events: [...begins(operation), sees(at, standing(operation)), asks(at, requestBy[operation])],
  }),
  'request overdue': (operation) => ({ events: overdue(operation, 1) }),
  'request overdue, the third': (operation) => ({ events: overdue(operation, 3) }),
  'request refused, nothing newer seen': (operation) => ({ events: refused(operation) }),
  'request refused, then the same seen again': (operation) => ({
    events: [...refused(operation), sees(at, again(standing(operation)))],
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
  'dry run, before the first write': (operation) => ({
    plan: { dryRun: true },
    events: [allowed, sees(0, standing(operation))],
  }),
  'dry run, write checked': (operation) => ({
    plan: { dryRun: true },
    events: [allowed, sees(0, standing(operation)), ...asked(operation, at)],
  }),
  'dry run, not current': from([allowed, sees(0, look('held-by-person', 'held, not observed'))], {
    dryRun: true,
  }),
  'Healthy after': meanwhile(sees(at, healthyAfter)),
} as const satisfies Record<string, (operation: Operation) => Situation>;

export type SituationName = keyof typeof situations;

/** The plan of one cell of the table. */
export function planFor(operation: Operation, policies: Partial<Plan>, { plan = {} }: Situation): Plan {
  return planOf({ operation, ...plans[operation], ...policies, ...plan });
}
