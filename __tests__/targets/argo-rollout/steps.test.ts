import { describe, expect, it } from '@jest/globals';
import { observe } from '../../../src/targets/argo-rollout/observe.ts';
import type { RawRollout, RawStep } from '../../../src/targets/argo-rollout/rollout.ts';
import { describeStep, pauseDuration } from '../../../src/targets/argo-rollout/steps.ts';
import { moment } from '../../fixtures/stories.ts';

describe('a step is told in the words of its manifest', () => {
  const steps: readonly (readonly [RawStep, string])[] = [
    [{ setWeight: 0 }, 'setWeight 0'],
    [{ pause: {} }, 'pause'],
    [{ pause: { duration: 30 } }, 'pause 30s'],
    [{ pause: { duration: '30' } }, 'pause 30s'],
    [{ pause: { duration: '1h30m' } }, 'pause 1h30m'],
    [
      { analysis: { templates: [{ templateName: 'smoke' }, { templateName: 'load' }] } },
      'analysis smoke load',
    ],
    [{ experiment: { templates: [{ name: 'baseline' }] } }, 'experiment baseline'],
    [
      {
        experiment: {
          templates: [{ name: 'baseline', weight: 5 }, { name: 'candidate' }],
          duration: '10m',
        },
      },
      'experiment baseline (weight 5) candidate for 10m',
    ],
    [{ setCanaryScale: { weight: 10 } }, 'setCanaryScale weight 10'],
    [{ setCanaryScale: { replicas: 0 } }, 'setCanaryScale replicas 0'],
    [{ setCanaryScale: { matchTrafficWeight: true } }, 'setCanaryScale matchTrafficWeight'],
    [
      {
        setHeaderRoute: {
          name: 'internal',
          match: [
            { headerName: 'X-Canary', headerValue: { exact: 'true' } },
            { headerName: 'X-Team', headerValue: { prefix: 'shop' } },
          ],
        },
      },
      'setHeaderRoute internal (X-Canary: exact true, X-Team: prefix shop)',
    ],
    [{ setHeaderRoute: { name: 'internal' } }, 'setHeaderRoute internal (removed)'],
    [
      {
        setMirrorRoute: {
          name: 'shadow',
          percentage: 35,
          match: [{ method: { exact: 'GET' }, path: { prefix: '/search' } }],
        },
      },
      'setMirrorRoute shadow 35% (method exact GET, path prefix /search)',
    ],
    [
      { setMirrorRoute: { name: 'shadow', match: [{ headers: { Agent: { regex: 'x'.repeat(50) } } }] } },
      `setMirrorRoute shadow 100% (Agent: regex ${'x'.repeat(40)}…)`,
    ],
    [{ setMirrorRoute: { name: 'shadow' } }, 'setMirrorRoute shadow (removed)'],
    [{ plugin: { name: 'acme/step' } }, 'plugin acme/step'],
  ];

  it.each(steps)('%j: %s', (step, words) => {
    expect(describeStep(step)).toBe(words);
  });

  it('one that is newer than this action by its key', () => {
    expect(describeStep({ setMoonPhase: {} } as RawStep)).toBe('setMoonPhase');
  });
});

describe('a pause', () => {
  it('without duration waits for somebody, of zero seconds for nobody', () => {
    expect(pauseDuration({ pause: {} })).toBeUndefined();
    expect(pauseDuration({ pause: { duration: 0 } })).toBe(0);
    expect(pauseDuration({ pause: { duration: '1m30s' } })).toBe(90_000);
  });

  it('whose duration this action cannot read does not end the run: the spec may be invalid', () => {
    const { rollout } = moment('release', 'gate');
    const canary = { steps: [{ setWeight: 20 }, { pause: { duration: 'soon' } }] };
    const odd: RawRollout = { ...rollout, spec: { ...rollout.spec, strategy: { canary } } };
    expect(observe(odd).pauses).toHaveLength(1);
  });
});
