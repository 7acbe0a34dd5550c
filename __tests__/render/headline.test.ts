import { describe, expect, it } from '@jest/globals';
import { endIcons, headline } from '../../src/render/headline.ts';
import { statusIcon } from '../../src/render/icon.ts';
import { reportOf } from '../fixtures/reports.ts';

describe('the headline', () => {
  it('says of what, how and why in one line', () => {
    const ending = { ended: 'paused', reason: 'gate', message: '', succeeded: true } as const;
    expect(headline(reportOf({ ending }))).toBe('॥ rollout/web: paused (gate)');
  });

  it('names the operation where the target could not be read', () => {
    const ending = { ended: 'refused', reason: 'bad-input', message: '', succeeded: false } as const;
    expect(headline(reportOf({ target: '', ending }))).toBe('✖ deploy: refused (bad-input)');
  });

  it('says that a run goes on', () => {
    expect(headline(reportOf())).toBe('◌ rollout/web: deploy is under way');
  });

  it('shows a cross for what failed in the release, and never a check mark for it', () => {
    const crosses = Object.entries(endIcons).filter(([, icon]) => icon === '✖');
    expect(crosses.map(([ended]) => ended)).toEqual(['degraded', 'superseded', 'refused']);
    const checks = Object.entries(endIcons).filter(([, icon]) => icon === '✔');
    expect(checks.map(([ended]) => ended)).toEqual(['healthy', 'unchanged']);
  });
});

describe('the icon of a status', () => {
  it.each([
    ['Healthy', '✔'],
    ['Running', '✔'],
    ['Progressing', '◌'],
    ['ContainerCreating', '◌'],
    ['Paused', '॥'],
    ['ScaledDown', '•'],
    ['Unknown', '?'],
    ['Degraded', '✖'],
    ['CrashLoopBackOff', '✖'],
  ])('%s: %s', (status, icon) => {
    expect(statusIcon(status)).toBe(icon);
  });
});
