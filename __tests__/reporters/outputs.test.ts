import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { outputsOf, outputsReporter } from '../../src/reporters/outputs.ts';
import { actionMetadata } from '../fixtures/action.ts';
import { reportOf } from '../fixtures/reports.ts';
import { images, webImage } from '../fixtures/runs.ts';
import { seen } from '../fixtures/stories.ts';

const paused = { ended: 'paused', reason: 'gate', message: 'It waits.', succeeded: true } as const;

describe('the outputs', () => {
  it('are those of action.yml, in its order', () => {
    expect(Object.keys(outputsOf(reportOf()))).toEqual(Object.keys(actionMetadata().outputs));
  });

  it('tell how it ended and what was seen last', () => {
    const details = {
      strategy: 'Canary',
      images: [],
      stable: webImage(images.first),
      tree: { name: 'web', kind: 'Rollout', status: '', info: [], children: [] },
      analyses: [],
      routes: [],
      notices: [],
    } as const;
    const links = { report: '/tmp/rollout-conductor-1.json' };
    expect(outputsOf(reportOf({ ending: paused, details, links }))).toEqual({
      ended: 'paused',
      reason: 'gate',
      phase: 'Paused',
      message: 'CanaryPauseStep',
      step: '1',
      steps: '8',
      weight: '20',
      'actual-weight': '20',
      revision: '2',
      'pod-hash': '66c8458db7',
      image: images.second,
      'stable-image': images.first,
      state: '66c8458db7.1.tounhb',
      'comment-url': '',
      report: links.report,
      duration: '65',
    });
  });

  it('are empty where nothing is known, and say unknown of an end that never came', () => {
    const { observation: _, ...blind } = reportOf();
    const { ended, reason, duration, ...others } = outputsOf(blind);
    expect([ended, reason, duration]).toEqual(['unknown', 'failed', '65']);
    expect(new Set(Object.values(others))).toEqual(new Set(['']));
  });

  it('step 0 and weight 0 are values, not empty', () => {
    const observation = seen('abort', 'aborted, pods gone');
    expect(outputsOf(reportOf({ observation }))).toMatchObject({
      step: '0',
      weight: '0',
      'actual-weight': '0',
    });
  });

  it('name the containers where there are several, and no init container', () => {
    const template = [
      { container: 'web', init: false, image: 'web:2' },
      { container: 'proxy', init: false, image: 'envoy:1' },
      { container: 'migrate', init: true, image: 'migrate:1' },
    ];
    const observation = { ...seen('release', 'gate'), template };
    expect(outputsOf(reportOf({ observation })).image).toBe('web=web:2 proxy=envoy:1');
  });
});

describe('the outputs reach the next steps', () => {
  const before = process.env['GITHUB_OUTPUT'];
  let folder = '';
  afterEach(async () => {
    if (before === undefined) delete process.env['GITHUB_OUTPUT'];
    else process.env['GITHUB_OUTPUT'] = before;
    await rm(folder, { recursive: true });
  });

  it('by the file that the runner gives, also when the step fails', async () => {
    folder = await mkdtemp(join(tmpdir(), 'outputs-'));
    const file = join(folder, 'output');
    await writeFile(file, '');
    process.env['GITHUB_OUTPUT'] = file;
    const failed = { ...paused, ended: 'degraded', reason: 'timed-out', succeeded: false } as const;
    const reporter = outputsReporter();
    reporter.update(reportOf());
    expect(readFileSync(file, 'utf8')).toBe('');
    await reporter.close(reportOf({ ending: failed, observation: seen('release', 'gate') }));
    const written = readFileSync(file, 'utf8');
    for (const name of Object.keys(outputsOf(reportOf()))) expect(written).toContain(`${name}<<`);
    expect(written).toMatch(/^ended<<(.+)\ndegraded\n\1$/m);
  });
});
