import { describe, expect, it } from '@jest/globals';
import { type ArgSetting, predefined, predefinedArgs, sampleArgs } from '../../src/checks/args.ts';
import type { ArgSource } from '../../src/checks/check.ts';
import type { Observation } from '../../src/observation.ts';
import { seen } from '../fixtures/stories.ts';

const setting: ArgSetting = {
  target: 'rollout/web',
  namespace: 'shop',
  runUrl: 'https://github.com/acme/web/actions/runs/7',
  sha: 'c0ffee',
};

function valuesOf(observation: Observation): Readonly<Record<string, string>> {
  return Object.fromEntries(predefinedArgs(setting, observation));
}

describe('the args that every check has', () => {
  it('at the gate of a canary with traffic routing', () => {
    expect(valuesOf(seen('traffic-routing', 'gate'))).toEqual({
      target: 'rollout/web',
      name: 'web',
      namespace: 'shop',
      image: 'ghcr.io/acme/web:1.1.0',
      'pod-hash': '66c8458db7',
      'stable-hash': '6c97dff9fb',
      step: '1',
      weight: '20',
      'stable-service': 'web-stable',
      'canary-service': 'web-canary',
      'active-service': '',
      'preview-service': '',
      'run-url': 'https://github.com/acme/web/actions/runs/7',
      sha: 'c0ffee',
    });
  });

  it('at the gate of a blueGreen: what it has not is empty', () => {
    expect(valuesOf(seen('blue-green', 'gate'))).toMatchObject({
      step: '',
      weight: '',
      'active-service': 'web-active',
      'preview-service': 'web-preview',
    });
  });
});

describe('the samples of args', () => {
  it('are there for every predefined arg, and give way to values that are known', () => {
    const sources = new Map<string, ArgSource>([
      ['weight', { kind: 'value', value: '50' }],
      ['limit', { kind: 'env', variable: 'LIMIT', hidden: true }],
      ['token', { kind: 'secret', name: 'web', key: 'token' }],
    ]);
    const samples = sampleArgs(sources, { LIMIT: '5' });
    expect([...samples.keys()]).toEqual([...Object.keys(predefined), 'limit', 'token']);
    expect([...samples.values()]).not.toContain('');
    expect([samples.get('weight'), samples.get('limit')]).toEqual(['50', '5']);
  });
});
