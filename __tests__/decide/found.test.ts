import { describe, expect, it } from '@jest/globals';
import { type Observation, operations } from '../../src/model.ts';
import { allowed, decisionAfter, phrase, planOf, sees } from '../fixtures/runs.ts';
import { look, plans } from './situations.ts';

/** What the run finds when it comes, and what it decides on that first sight. */
const found: Readonly<Record<string, readonly [Observation, ...decisions: string[]]>> = {
  'Healthy with this image': [
    look('release', 'Healthy after'),
    'unchanged (nothing-to-do)',
    'healthy (completed)',
    'healthy (read)',
    'refused (nothing-to-do)',
    'refused (nothing-to-do)',
  ],
  'under way with this image': [
    look('release', 'promoted: next step'),
    'wait',
    'wait',
    'progressing (read)',
    'wait',
    'request abort',
  ],
  'at a gate': [
    look('release', 'gate'),
    'paused (gate)',
    'paused (gate)',
    'paused (read)',
    'request promote',
    'request abort',
  ],
  'at a timed pause': [
    look('release', 'timed pause'),
    'wait',
    'wait',
    'paused (read)',
    'wait',
    'request abort',
  ],
  'at a gate that a person holds': [
    look('held-by-person', 'held at the gate'),
    'paused (held-by-person)',
    'paused (held-by-person)',
    'paused (read)',
    'refused (does-not-fit)',
    'request abort',
  ],
  'held by a person when all is done': [
    look('held-by-person', 'held when Healthy'),
    'paused (held-by-person)',
    'paused (held-by-person)',
    'paused (read)',
    'refused (does-not-fit)',
    'refused (nothing-to-do)',
  ],
  'at an inconclusive analysis': [
    look('analysis-inconclusive', 'inconclusive'),
    'paused (inconclusive)',
    'paused (inconclusive)',
    'paused (read)',
    'refused (inconclusive)',
    'request abort',
  ],
  'at a gate with an inconclusive background analysis': [
    look('gate-and-inconclusive', 'gate and inconclusive'),
    'paused (inconclusive)',
    'paused (inconclusive)',
    'paused (read)',
    'refused (inconclusive)',
    'request abort',
  ],
  'in the analysis of a step': [
    look('analysis-failed', 'analysis begins'),
    'wait',
    'wait',
    'progressing (read)',
    'wait',
    'request abort',
  ],
  'aborted by the controller': [
    look('analysis-failed', 'aborted by the controller'),
    'request retry',
    'aborted (by-controller)',
    'aborted (read)',
    'refused (does-not-fit)',
    'aborted (requested)',
  ],
  'aborted by a person': [
    look('abort', 'aborted, pods gone'),
    'request retry',
    'aborted (by-somebody)',
    'aborted (read)',
    'refused (does-not-fit)',
    'aborted (requested)',
  ],
  'aborted a moment ago': [
    look('abort', 'aborted, canary pod still there'),
    'request retry',
    'wait',
    'aborted (read)',
    'refused (does-not-fit)',
    'wait',
  ],
  'past its progress deadline': [
    look('deadline-degraded', 'past the progress deadline'),
    'wait',
    'wait',
    'degraded (read)',
    'refused (does-not-fit)',
    'request abort',
  ],
  'behind its spec': [
    look('superseding', 'third image set, not observed'),
    'wait',
    'wait',
    'wait',
    'wait',
    'wait',
  ],
  'behind its spec, though the generation is observed': [
    look('superseding', 'generation observed, hash and pause still of the second'),
    'wait',
    'wait',
    'wait',
    'wait',
    'wait',
  ],
  'with an invalid spec': [
    look('invalid-spec', 'invalid'),
    'wait',
    'wait',
    'degraded (read)',
    'refused (does-not-fit)',
    'wait',
  ],
};

describe.each(operations)('operation: %s, on a target that it finds', (operation) => {
  it.each(Object.keys(found))('%s', (name) => {
    const [observation, ...decisions] = found[name] ?? [];
    if (observation === undefined) throw new Error(`There is no "${name}".`);
    const plan = planOf({ operation, ...plans[operation] });
    expect(decisions).toHaveLength(operations.length);
    expect(phrase(decisionAfter(plan, [allowed, sees(0, observation)]))).toBe(
      decisions[operations.indexOf(operation)],
    );
  });
});
