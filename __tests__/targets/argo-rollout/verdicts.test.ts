import { describe, expect, it } from '@jest/globals';
import { hashesIn, withVerdict } from '../../../src/targets/argo-rollout/verdicts.ts';

const healthy = 'rollout-conductor/healthy';
const aborted = 'rollout-conductor/aborted';
const eleven = Array.from({ length: 11 }, (_, index) => `h${String(index)}`);

describe('a verdict is noted', () => {
  it.each([
    ['on a Rollout without annotations', undefined, 'healthy', 'a', { [healthy]: 'a' }],
    ['before the older ones', { [healthy]: 'b c' }, 'healthy', 'a', { [healthy]: 'a b c' }],
    ['once, at its newest place', { [healthy]: 'b a c' }, 'healthy', 'a', { [healthy]: 'a b c' }],
    ['not again when it is the newest already', { [aborted]: 'a b' }, 'aborted', 'a', {}],
    [
      'in the list of what came last only',
      { [aborted]: 'b a' },
      'healthy',
      'a',
      { [healthy]: 'a', [aborted]: 'b' },
    ],
    ['the other way round too', { [healthy]: 'a' }, 'aborted', 'a', { [aborted]: 'a', [healthy]: '' }],
    [
      'without the eleventh',
      { [healthy]: eleven.slice(0, 10).join(' ') },
      'healthy',
      'new',
      { [healthy]: ['new', ...eleven.slice(0, 9)].join(' ') },
    ],
  ] as const)('%s', (_, annotations, verdict, hash, written) => {
    expect(withVerdict(annotations, verdict, hash)).toEqual(written);
  });

  it('and nothing else of the Rollout is written', () => {
    const annotations = { 'rollout.argoproj.io/revision': '3', [aborted]: 'b' };
    expect(withVerdict(annotations, 'healthy', 'a')).toEqual({ [healthy]: 'a' });
  });
});

it('a list is read whatever white space a person left in it', () => {
  expect(hashesIn({ [healthy]: ' a  b\n' }, 'healthy')).toEqual(['a', 'b']);
  expect(hashesIn({ [healthy]: '' }, 'healthy')).toEqual([]);
  expect(hashesIn(undefined, 'aborted')).toEqual([]);
});
