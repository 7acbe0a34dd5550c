import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import { operations } from '../../src/model.ts';
import { type CancelPolicy, cancelPolicies } from '../../src/policies.ts';
import {
  type Timed,
  accepted,
  allowed,
  answers,
  asks,
  carriesOut,
  decisionAfter,
  loses,
  phrase,
  planOf,
  second,
  sees,
  stops,
  ticks,
  webImage,
  images,
} from '../fixtures/runs.ts';
import {
  aborted,
  again,
  begins,
  begun,
  gate,
  healthyAfter,
  healthyBefore,
  held,
  inFull,
  invalid,
  look,
  plans,
  timed,
} from './looks.ts';

const at = 3 * second;
const began = begins('deploy');
const deployed = await accepted('deploy', healthyBefore, { images: webImage(images.second) });
const edited = look('release', 'image set, not observed');
const begins_ = (...events: readonly Timed[]): readonly Timed[] => [...began, ...events, stops(at)];

/** What a deploy that is cancelled does under each word of on-cancel: abort, rollback, pause, stop. */
const moments: Readonly<Record<string, readonly [readonly Timed[], ...decisions: string[]]>> = {
  'before anything was seen': [
    [allowed, stops(at)],
    'unknown (cancelled)',
    'unknown (cancelled)',
    'unknown (cancelled)',
    'unknown (cancelled)',
  ],
  'before it sent anything': [
    [allowed, sees(0, healthyBefore), stops(at)],
    'healthy (cancelled)',
    'healthy (cancelled)',
    'healthy (cancelled)',
    'healthy (cancelled)',
  ],
  'while somebody else’s release is there': [
    [allowed, sees(0, look('superseding', 'gate of the third')), stops(at)],
    'paused (cancelled)',
    'paused (cancelled)',
    'paused (cancelled)',
    'paused (cancelled)',
  ],
  'while its edit is under way to the server': [
    [allowed, sees(0, healthyBefore), asks(second, 'deploy'), stops(at)],
    'wait',
    'wait',
    'wait',
    'healthy (cancelled)',
  ],
  'while the controller has not seen its edit': [
    [
      allowed,
      sees(0, healthyBefore),
      asks(second, 'deploy'),
      answers(second, deployed),
      sees(2 * second, edited),
      stops(at),
    ],
    'wait',
    'wait',
    'wait',
    'progressing (cancelled)',
  ],
  'in the release that it began': [
    begins_(),
    'request abort',
    'request restore',
    'request pause',
    'progressing (cancelled)',
  ],
  'at a gate': [
    begins_(sees(at, gate)),
    'request abort',
    'request restore',
    'request pause',
    'paused (cancelled)',
  ],
  'at a timed pause': [
    begins_(sees(at, timed)),
    'request abort',
    'request restore',
    'request pause',
    'paused (cancelled)',
  ],
  'in an analysis': [
    begins_(sees(at, look('analysis-failed', 'analysis begins'))),
    'request abort',
    'request restore',
    'request pause',
    'progressing (cancelled)',
  ],
  'at an inconclusive analysis': [
    begins_(sees(at, look('analysis-inconclusive', 'inconclusive'))),
    'request abort',
    'request restore',
    'request pause',
    'paused (cancelled)',
  ],
  'when it is held already': [
    begins_(sees(at, held)),
    'request abort',
    'request restore',
    'paused (cancelled)',
    'paused (cancelled)',
  ],
  'while it is promoted in full, where an abort would be dropped': [
    begins_(sees(at, inFull)),
    'request restore',
    'request restore',
    'request pause',
    'progressing (cancelled)',
  ],
  'when it is complete': [
    begins_(sees(at, healthyAfter)),
    'healthy (cancelled)',
    'healthy (cancelled)',
    'healthy (cancelled)',
    'healthy (cancelled)',
  ],
  'when it is aborted': [
    begins_(sees(at, aborted)),
    'aborted (cancelled)',
    'aborted (cancelled)',
    'aborted (cancelled)',
    'aborted (cancelled)',
  ],
  'when somebody else took over': [
    begins_(sees(at, look('superseding', 'gate of the third'))),
    'paused (cancelled)',
    'paused (cancelled)',
    'paused (cancelled)',
    'paused (cancelled)',
  ],
  'while the status is behind the spec': [
    begins_(sees(at, { ...gate, current: false })),
    'wait',
    'wait',
    'wait',
    'progressing (cancelled)',
  ],
  'while the spec is invalid': [begins_(sees(at, invalid)), 'wait', 'wait', 'wait', 'degraded (cancelled)'],
  'while the API server is out of reach': [
    begins_(loses(at)),
    'wait',
    'wait',
    'wait',
    'progressing (cancelled)',
  ],
  'while it is unknown what it may do': [
    [sees(2 * second, gate), stops(at)],
    'wait',
    'wait',
    'wait',
    'paused (cancelled)',
  ],
  'in a first creation, where there is nothing to go back to': [
    [
      allowed,
      sees(0, { ...look('first-creation', 'one of five pods ready'), template: webImage(images.second) }),
      stops(at),
    ],
    'progressing (cancelled)',
    'progressing (cancelled)',
    'request pause',
    'progressing (cancelled)',
  ],
};

const words = ['abort', 'rollback', 'pause', 'stop'] as const satisfies readonly CancelPolicy[];

it('there is a column for every word of on-cancel', () => {
  expect([...words].toSorted()).toEqual([...cancelPolicies].toSorted());
});

describe.each(Object.keys(moments))('a deploy that is cancelled %s', (name) => {
  const [events, ...decisions] = moments[name] ?? [];
  if (events === undefined) throw new Error(`There is no "${name}".`);

  it.each(words.map((word, i) => [word, decisions[i]] as const))('on-cancel: %s: %s', (onCancel, decided) => {
    expect(phrase(decisionAfter(planOf({ onCancel }), events))).toBe(decided);
  });

  it('ends after 4 s, whatever it still waits for: SIGTERM comes after 7.5 s', () => {
    for (const onCancel of words) {
      const late = decisionAfter(planOf({ onCancel }), [...events, ticks(at + 4 * second)]);
      expect(late).toMatchObject({ do: 'finish', reason: 'cancelled' });
    }
  });

  it('asks nothing in a dry run', () => {
    for (const onCancel of words) {
      expect(decisionAfter(planOf({ onCancel, dryRun: true }), events)).toMatchObject({ do: 'finish' });
    }
  });
});

describe('what on-cancel asked for', () => {
  const cancelled = [...began, sees(at, gate), stops(at)];
  const because = 'cancelled';

  it('is sent once, and waited for', async () => {
    const plan = planOf({ onCancel: 'pause' });
    const sent = [...cancelled, asks(at, 'pause', 'on-cancel: pause', because)];
    expect(phrase(decisionAfter(plan, sent))).toBe('wait');
    const answered = [...sent, answers(at, await accepted('pause', gate))];
    expect(phrase(decisionAfter(plan, answered))).toBe('wait');
  });

  it('a pause is done when it is seen, and the end says so', async () => {
    const done = await carriesOut(at, 'pause', gate, held, { because });
    const decision = decisionAfter(planOf({ onCancel: 'pause' }), [...cancelled, ...done]);
    expect(decision).toMatchObject({
      ended: 'paused',
      reason: 'cancelled',
      message:
        'The run was cancelled (SIGINT); the target was left paused. on-cancel: pause. It is held until the next deploy, or operation: resume.',
    });
  });

  it('an abort is done when the pods of what was aborted are gone, or is left on its way', async () => {
    const plan = planOf({ onCancel: 'abort' });
    const early = look('abort', 'aborted, canary pod still there');
    const events = [...cancelled, ...(await carriesOut(at, 'abort', gate, early, { because }))];
    expect(phrase(decisionAfter(plan, events))).toBe('wait');
    const done = [...events, sees(at + 2 * second, aborted)];
    expect(phrase(decisionAfter(plan, done))).toBe('aborted (cancelled)');
    expect(phrase(decisionAfter(plan, [...events, ticks(at + 4 * second)]))).toBe('aborted (cancelled)');
  });

  it('a way back is done when the stable revision has all the traffic, or is left on its way', async () => {
    const plan = planOf({ onCancel: 'rollback' });
    const { settled, ...back } = healthyBefore;
    const early: Observation = { ...back, phase: 'Progressing', version: 1e6 };
    const revision = gate.guard.stable ?? '';
    const events = [...cancelled, ...(await carriesOut(at, 'restore', gate, early, { because, revision }))];
    expect(phrase(decisionAfter(plan, events))).toBe('wait');
    const done: Observation = { ...back, ...(settled && { settled }), version: 2e6 };
    expect(phrase(decisionAfter(plan, [...events, sees(at + 2 * second, done)]))).toBe(
      'rolled-back (cancelled)',
    );
    expect(phrase(decisionAfter(plan, [...events, ticks(at + 4 * second)]))).toBe('progressing (cancelled)');
  });

  it('is told as done where the target shows it before the server has answered', async () => {
    const plan = planOf({ onCancel: 'rollback' });
    const revision = gate.guard.stable ?? '';
    const back: Observation = { ...healthyBefore, version: 1e6 };
    const asked = [...cancelled, asks(at, 'restore', 'on-cancel: rollback', because), sees(at + 1, back)];
    expect(phrase(decisionAfter(plan, asked))).toBe('wait');
    const answered = [...asked, answers(at + 2, await accepted('restore', gate, { revision }))];
    expect(phrase(decisionAfter(plan, answered))).toBe('rolled-back (cancelled)');
  });

  it('that the server refused waits for something newer, and is sent again on that', () => {
    const plan = planOf({ onCancel: 'abort' });
    const refused = [
      ...cancelled,
      asks(at, 'abort', 'on-cancel: abort', because),
      answers(at, { kind: 'moved' }),
    ];
    expect(phrase(decisionAfter(plan, refused))).toBe('wait');
    expect(phrase(decisionAfter(plan, [...refused, sees(at + 1, again(gate))]))).toBe('request abort');
  });

  it('comes after what the run had asked for before, whose end it tells where that did not come', async () => {
    const plan = planOf({ onCancel: 'abort', onPause: 'promote' });
    const open = [
      ...began,
      sees(at, gate),
      asks(at, 'promote'),
      answers(at, await accepted('promote', gate)),
      stops(at),
    ];
    expect(phrase(decisionAfter(plan, open))).toBe('wait');
    const passed = look('release', 'promoted: pause gone, phase still Paused');
    expect(phrase(decisionAfter(plan, [...open, sees(at + second, passed)]))).toBe('request abort');
    expect(decisionAfter(plan, [...open, ticks(at + 4 * second)])).toMatchObject({
      message: expect.stringContaining('A promote was on its way and may still take effect.'),
    });
  });
});

describe('a cancelled run', () => {
  it('does no more than it was told where it only reads, or asks for one thing', () => {
    const acts = operations.filter((operation) => {
      const plan = planOf({ operation, ...plans[operation], onCancel: 'abort' });
      const found = [allowed, sees(0, begun), stops(0)];
      return phrase(decisionAfter(plan, found)) === 'request abort';
    });
    expect(operations.filter((operation) => !acts.includes(operation))).toEqual([
      'status',
      'abort',
      'pause',
      'resume',
    ]);
  });

  it('names the signal', () => {
    const decision = decisionAfter(planOf(), [allowed, sees(0, gate), stops(at, 'SIGTERM')]);
    expect(decision).toMatchObject({ message: expect.stringContaining('(SIGTERM)') });
  });

  it('that had failed before says that it failed', () => {
    const failure = { ended: 'refused', reason: 'forbidden', message: 'no' } as const;
    expect(
      phrase(decisionAfter(planOf(), [sees(0, gate), [0, { type: 'failed', failure }], stops(at)])),
    ).toBe('refused (forbidden)');
  });
});
