import { describe, expect, it } from '@jest/globals';
import { type InputName, type Inputs, inputDefaults, readInputs } from '../src/inputs.ts';
import type { ReportInputName } from '../src/report-inputs.ts';
import { actionMetadata, standardOf, stepEnvironment } from './fixtures/action.ts';

const hour = 3_600_000;

/** Every input, what it is read to, and what is a mistake in it; those of checks and reports have tests of their own. */
const table: Readonly<
  Record<
    Exclude<InputName, 'context' | 'kubeconfig' | 'checks' | 'args' | 'github-token' | ReportInputName>,
    {
      readonly key: keyof Inputs;
      readonly good: readonly (readonly [string, unknown])[];
      readonly bad: readonly string[];
    }
  >
> = {
  operation: {
    key: 'operation',
    good: [
      ['', 'deploy'],
      ['deploy', 'deploy'],
      ['follow', 'follow'],
      ['status', 'status'],
      ['promote', 'promote'],
      [' abort ', 'abort'],
      ['promote-full', 'promote-full'],
      ['retry', 'retry'],
      ['rollback', 'rollback'],
      ['restart', 'restart'],
      ['pause', 'pause'],
      ['resume', 'resume'],
    ],
    bad: ['Deploy', 'promoteFull', 'undo', 'deploy,follow'],
  },
  target: {
    key: 'target',
    good: [
      ['rollout/web', { kind: 'rollout', name: 'web' }],
      ['rollout/web-1.eu', { kind: 'rollout', name: 'web-1.eu' }],
    ],
    bad: [
      '',
      'web',
      'rollout',
      'rollout/',
      '/web',
      'rollout/Web',
      'deployment/web',
      'rollout/a/b',
      'rollout/a b',
    ],
  },
  namespace: {
    key: 'namespace',
    good: [
      ['', ''],
      ['shop', 'shop'],
      ['shop-2', 'shop-2'],
    ],
    bad: ['Shop', 'shop.eu', '-shop', 'a/b', 'shop namespace'],
  },
  image: {
    key: 'images',
    good: [
      ['', []],
      ['nginx', [{ image: 'nginx' }]],
      ['ghcr.io:443/acme/web:1.0.0', [{ image: 'ghcr.io:443/acme/web:1.0.0' }]],
      [
        'web=nginx:1\n\n  proxy=envoy@sha256:abc  ',
        [
          { container: 'web', image: 'nginx:1' },
          { container: 'proxy', image: 'envoy@sha256:abc' },
        ],
      ],
      ['*=nginx:1', [{ container: '*', image: 'nginx:1' }]],
    ],
    bad: [
      'ghcr.io/acme/web@',
      'ghcr.io/acme/web:',
      'ghcr.io/acme/',
      '@sha256:abc',
      'web=',
      'Web=nginx',
      'nginx:1 nginx:2',
      'web=a=b',
      'nginx:1\nnginx:2',
      'web=a:1\nweb=a:2',
      '*=a:1\nweb=b:1',
      'web=a:1\nb:1',
    ],
  },
  'on-pause': {
    key: 'onPause',
    good: [
      ['', 'stop'],
      ['stop', 'stop'],
      ['promote', 'promote'],
      ['wait', 'wait'],
    ],
    bad: ['abort', 'true'],
  },
  'on-failure': {
    key: 'onFailure',
    good: [
      ['', undefined],
      ['abort', 'abort'],
      ['rollback', 'rollback'],
      ['stop', 'stop'],
    ],
    bad: ['undo', 'pause'],
  },
  'on-inconclusive': {
    key: 'onInconclusive',
    good: [
      ['', 'stop'],
      ['abort', 'abort'],
      ['rollback', 'rollback'],
    ],
    bad: ['promote', 'wait'],
  },
  'on-timeout': {
    key: 'onTimeout',
    good: [
      ['', undefined],
      ['abort', 'abort'],
      ['rollback', 'rollback'],
      ['stop', 'stop'],
    ],
    bad: ['wait', 'pause'],
  },
  'on-cancel': {
    key: 'onCancel',
    good: [
      ['', undefined],
      ['stop', 'stop'],
      ['abort', 'abort'],
      ['rollback', 'rollback'],
      ['pause', 'pause'],
    ],
    bad: ['hold', 'promote'],
  },
  timeout: {
    key: 'timeout',
    good: [
      ['', hour / 2],
      ['90', 90_000],
      ['90s', 90_000],
      ['1h30m', 1.5 * hour],
      ['1.5h', 1.5 * hour],
    ],
    bad: ['0', '0s', '-5m', '5 minutes', '1d', 'soon', '99999h'],
  },
  'pause-timeout': {
    key: 'pauseTimeout',
    good: [
      ['', hour],
      ['10m', hour / 6],
    ],
    bad: ['0', 'never'],
  },
  expect: {
    key: 'expect',
    good: [
      ['', undefined],
      ['any', { kind: 'any' }],
      ['7d9c5b8f6.3.t0xk1b', { kind: 'state', state: '7d9c5b8f6.3.t0xk1b', hash: '7d9c5b8f6' }],
      ['7d9c5b8f6.0.-', { kind: 'state', state: '7d9c5b8f6.0.-', hash: '7d9c5b8f6' }],
      ['7d9c5b8f6.-.-', { kind: 'state', state: '7d9c5b8f6.-.-', hash: '7d9c5b8f6' }],
    ],
    bad: ['Any', '7d9c5b8f6', '7d9c5b8f6.3', '7d9c5b8f6.x.t0xk1b', '7d9c5b8f6.3.t0xk1b.1', '${{ x }}'],
  },
  'on-busy': {
    key: 'onBusy',
    good: [
      ['', 'supersede'],
      ['wait', 'wait'],
      ['fail', 'fail'],
    ],
    bad: ['stop', 'Supersede'],
  },
  revision: {
    key: 'revision',
    good: [
      ['', undefined],
      ['1', 1],
      ['12', 12],
    ],
    bad: ['0', '-1', '1.5', '1e3', '0x2', 'stable', 'latest', '99999999999999999999'],
  },
  'rollback-steps': {
    key: 'rollbackSteps',
    good: [
      ['', false],
      ['true', true],
    ],
    bad: ['1', 'always'],
  },
  'fail-fast': {
    key: 'failFast',
    good: [
      ['', true],
      ['false', false],
      ['True', true],
    ],
    bad: ['no', '0'],
  },
  'dry-run': {
    key: 'dryRun',
    good: [
      ['', false],
      ['true', true],
      ['TRUE', true],
      ['False', false],
    ],
    bad: ['yes', '1', 'client'],
  },
};

describe.each(Object.entries(table))('%s', (input, { key, good, bad }) => {
  it.each(good)('%j is read as %j', (given, value) => {
    const { inputs, mistakes } = readInputs(stepEnvironment({ [input]: given }));
    expect(mistakes.filter((mistake) => mistake.input === input)).toEqual([]);
    expect(inputs[key]).toEqual(value);
  });

  it.each(bad)('%j is a mistake that says what is allowed', (given) => {
    const { inputs, mistakes } = readInputs(stepEnvironment({ target: 'rollout/web', [input]: given }));
    expect(mistakes).toEqual([expect.objectContaining({ input, given })]);
    expect(mistakes[0]?.allowed).not.toBe('');
    expect(inputs[key]).toBeUndefined();
  });
});

describe('the inputs', () => {
  it('have the names and the defaults of action.yml', () => {
    const { inputs } = actionMetadata();
    expect(Object.keys(inputDefaults)).toEqual(Object.keys(inputs));
    for (const [name, input] of Object.entries(inputs)) {
      expect([name, inputDefaults[name as InputName]]).toEqual([name, standardOf(input)]);
    }
  });

  it('are read by the name that the runner gives them', () => {
    expect(readInputs({ INPUT_TARGET: 'rollout/web', 'INPUT_ON-PAUSE': 'wait' }).inputs).toMatchObject({
      target: { kind: 'rollout', name: 'web' },
      onPause: 'wait',
    });
  });

  it('are all read before any mistake is told', () => {
    const wrong = { operation: 'x', target: 'x', namespace: 'X', image: ':', timeout: 'x', 'dry-run': 'x' };
    const { mistakes } = readInputs(stepEnvironment(wrong));
    expect(mistakes.map(({ input, given }) => [input, given])).toEqual(Object.entries(wrong));
  });

  it('say what to do about an image that is cut off, as by an empty output', () => {
    const { mistakes } = readInputs(stepEnvironment({ target: 'rollout/web', image: 'ghcr.io/acme/web@' }));
    expect(mistakes[0]?.next).toContain('is the output that it was made from empty?');
  });

  it('say that a matrix is for several targets', () => {
    expect(readInputs({ INPUT_TARGET: 'rollout/web/api' }).mistakes[0]?.next).toContain('matrix');
  });
});
