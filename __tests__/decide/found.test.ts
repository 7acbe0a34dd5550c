import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../src/observation.ts';
import { type Operation, operations } from '../../src/model.ts';
import { allowed, decisionAfter, phrase, planOf, sees } from '../fixtures/runs.ts';
import { heldByUs, inFull, look, plans } from './looks.ts';

type Cells = readonly string[];

/** The columns of the three lists below. */
const columns = [
  ['deploy', 'follow', 'promote', 'promote-full', 'retry'],
  ['abort', 'rollback', 'restart'],
  ['status', 'pause', 'resume'],
] as const satisfies readonly (readonly Operation[])[];

/** What the run finds when it comes, and what it decides on that first sight. */
const found: Readonly<Record<string, readonly [Observation, forward: Cells, back: Cells, hold: Cells]>> = {
  'Healthy with this image': [
    look('release', 'Healthy after'),
    [
      'unchanged (nothing-to-do)',
      'healthy (completed)',
      'refused (nothing-to-do)',
      'refused (nothing-to-do)',
      'refused (nothing-to-do)',
    ],
    ['refused (nothing-to-do)', 'read revisions', 'request restart'],
    ['healthy (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'under way with this image': [
    look('release', 'promoted: next step'),
    ['wait', 'wait', 'wait', 'request promote-full', 'refused (nothing-to-do)'],
    ['request abort', 'request restore', 'request restart'],
    ['progressing (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'at a gate': [
    look('release', 'gate'),
    ['paused (gate)', 'paused (gate)', 'request promote', 'request promote-full', 'refused (nothing-to-do)'],
    ['request abort', 'request restore', 'request restart'],
    ['paused (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'at a timed pause': [
    look('release', 'timed pause'),
    ['wait', 'wait', 'wait', 'request promote-full', 'refused (nothing-to-do)'],
    ['request abort', 'request restore', 'request restart'],
    ['paused (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'at a gate that a person holds': [
    look('held-by-person', 'held at the gate'),
    [
      'paused (held-by-person)',
      'paused (held-by-person)',
      'request resume',
      'request resume',
      'refused (nothing-to-do)',
    ],
    ['request abort', 'request restore', 'request restart'],
    ['paused (read)', 'paused (requested)', 'request resume'],
  ],
  'held by a person when all is done': [
    look('held-by-person', 'held when Healthy'),
    [
      'paused (held-by-person)',
      'paused (held-by-person)',
      'refused (nothing-to-do)',
      'refused (nothing-to-do)',
      'refused (nothing-to-do)',
    ],
    ['refused (nothing-to-do)', 'read revisions', 'request restart'],
    ['paused (read)', 'paused (requested)', 'request resume'],
  ],
  'at an inconclusive analysis': [
    look('analysis-inconclusive', 'inconclusive'),
    [
      'paused (inconclusive)',
      'paused (inconclusive)',
      'request promote',
      'request promote-full',
      'refused (nothing-to-do)',
    ],
    ['request abort', 'request restore', 'request restart'],
    ['paused (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'at a gate with an inconclusive background analysis': [
    look('gate-and-inconclusive', 'gate and inconclusive'),
    [
      'paused (inconclusive)',
      'paused (inconclusive)',
      'request promote',
      'request promote-full',
      'refused (nothing-to-do)',
    ],
    ['request abort', 'request restore', 'request restart'],
    ['paused (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'in the analysis of a step': [
    look('analysis-failed', 'analysis begins'),
    ['wait', 'wait', 'wait', 'request promote-full', 'refused (nothing-to-do)'],
    ['request abort', 'request restore', 'request restart'],
    ['progressing (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'aborted by the controller': [
    look('analysis-failed', 'aborted by the controller'),
    [
      'request retry',
      'aborted (by-controller)',
      'refused (does-not-fit)',
      'refused (does-not-fit)',
      'request retry',
    ],
    ['aborted (requested)', 'request restore', 'request restart'],
    ['aborted (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'aborted by a person': [
    look('abort', 'aborted, pods gone'),
    [
      'request retry',
      'aborted (by-somebody)',
      'refused (does-not-fit)',
      'refused (does-not-fit)',
      'request retry',
    ],
    ['aborted (requested)', 'request restore', 'request restart'],
    ['aborted (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'aborted a moment ago': [
    look('abort', 'aborted, canary pod still there'),
    ['request retry', 'wait', 'refused (does-not-fit)', 'refused (does-not-fit)', 'request retry'],
    ['wait', 'request restore', 'request restart'],
    ['aborted (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'past its progress deadline': [
    look('deadline-degraded', 'past the progress deadline'),
    ['wait', 'wait', 'refused (does-not-fit)', 'refused (does-not-fit)', 'refused (nothing-to-do)'],
    ['request abort', 'request restore', 'request restart'],
    ['degraded (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'behind its spec': [
    look('superseding', 'third image set, not observed'),
    ['wait', 'wait', 'wait', 'wait', 'wait'],
    ['wait', 'wait', 'wait'],
    ['wait', 'wait', 'wait'],
  ],
  'behind its spec, though the generation is observed': [
    look('superseding', 'generation observed, hash and pause still of the second'),
    ['wait', 'wait', 'wait', 'wait', 'wait'],
    ['wait', 'wait', 'wait'],
    ['wait', 'wait', 'wait'],
  ],
  'with an invalid spec': [
    look('invalid-spec', 'invalid'),
    ['wait', 'wait', 'wait', 'wait', 'wait'],
    ['refused (invalid-spec)', 'wait', 'wait'],
    ['degraded (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'held by a cancelled run of ours': [
    heldByUs,
    [
      'request resume',
      'paused (held-by-person)',
      'request resume',
      'request resume',
      'refused (nothing-to-do)',
    ],
    ['request abort', 'request restore', 'request restart'],
    ['paused (read)', 'paused (requested)', 'request resume'],
  ],
  'promoting in full': [
    inFull,
    ['wait', 'wait', 'wait', 'wait', 'refused (nothing-to-do)'],
    ['request restore', 'request restore', 'request restart'],
    ['progressing (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'at the gate of a blueGreen': [
    look('blue-green', 'gate'),
    ['paused (gate)', 'paused (gate)', 'request promote', 'request promote-full', 'refused (nothing-to-do)'],
    ['request abort', 'request restore', 'request restart'],
    ['paused (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'at the gate of a blueGreen whose analysis has to be run again': [
    look('blue-green-abort', 'gate of the retry before its analysis'),
    ['wait', 'wait', 'wait', 'request promote-full', 'refused (nothing-to-do)'],
    ['request abort', 'request restore', 'request restart'],
    ['paused (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'at a timed pause of a blueGreen': [
    look('blue-green-timed', 'timed pause'),
    ['wait', 'wait', 'wait', 'request promote-full', 'refused (nothing-to-do)'],
    ['request abort', 'request restore', 'request restart'],
    ['paused (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'behind the switch of a blueGreen, in its last analysis': [
    look('blue-green', 'post-promotion analysis is running'),
    ['wait', 'wait', 'wait', 'request promote-full', 'refused (nothing-to-do)'],
    ['request abort', 'request restore', 'request restart'],
    ['progressing (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'aborted behind the switch of a blueGreen': [
    look('blue-green-abort', 'aborted by the controller'),
    [
      'request restore',
      'aborted (by-controller)',
      'refused (does-not-fit)',
      'refused (does-not-fit)',
      'refused (does-not-fit)',
    ],
    ['aborted (requested)', 'request restore', 'request restart'],
    ['aborted (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'at the gate of a workload': [
    look('workload-ref', 'gate'),
    ['paused (gate)', 'paused (gate)', 'request promote', 'request promote-full', 'refused (nothing-to-do)'],
    ['request abort', 'request restore', 'request restart'],
    ['paused (read)', 'request pause', 'unchanged (nothing-to-do)'],
  ],
  'behind its workload': [
    look('workload-ref', 'Deployment edited, revision moved, Healthy of before'),
    ['wait', 'wait', 'wait', 'wait', 'wait'],
    ['wait', 'wait', 'wait'],
    ['wait', 'wait', 'wait'],
  ],
};

it('there is a column for every operation, once', () => {
  expect(columns.flat().toSorted()).toEqual([...operations].toSorted());
});

describe.each(Object.keys(found))('a target that is found %s', (name) => {
  const [observation, ...lists] = found[name] ?? [];
  if (observation === undefined) throw new Error(`There is no "${name}".`);

  it.each(columns.flatMap((list, i) => list.map((operation, j) => [operation, lists[i]?.[j]] as const)))(
    'operation: %s: %s',
    (operation, decided) => {
      const plan = planOf({ operation, ...plans[operation] });
      expect(phrase(decisionAfter(plan, [allowed, sees(0, observation)]))).toBe(decided);
    },
  );
});
