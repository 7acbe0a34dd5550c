import { describe, expect, it } from '@jest/globals';
import { pausedShop, type Shop, v2 } from '../support/rollouts.ts';
import { attempt, workflowRun } from '../support/workflow-run.ts';

const threeGates = [{ pause: {} }, { pause: {} }, { pause: {} }, { setWeight: 100 }];
const promote = { operation: 'promote', image: v2 };

/** A release whose first gate of three was passed by the first attempt of a step that knows only the image. */
async function promotedOnce(): Promise<Shop> {
  const { shop } = await pausedShop({ steps: [{ setWeight: 50 }, ...threeGates] });
  const { outputs } = await shop.step(promote, attempt(1));
  expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', step: '2' });
  return shop;
}

describe('a promote that is told only the image', () => {
  it.concurrent('passes no second gate when its job is run again', async () => {
    const shop = await promotedOnce();
    const { code, outputs, log } = await shop.step(promote, attempt(2));
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'gate', step: '2' });
    expect(log).not.toContain('→');
    expect((await shop.step(promote, attempt(3))).outputs).toMatchObject({ step: '2' });
  });

  it.concurrent.each([
    ['a new run', workflowRun({ id: 8 })],
    ['another job of the run', workflowRun({ job: 'second' })],
    ['another step of the job', workflowRun({ action: 'conduct_2' })],
  ])('passes the next gate in %s', async (_, env) => {
    const shop = await promotedOnce();
    const { code, outputs } = await shop.step(promote, env);
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'paused', reason: 'gate', step: '3' });
  });

  it.concurrent('passes its gate when its first attempt did not', async () => {
    const { shop } = await pausedShop();
    await shop.step({ image: v2 }, attempt(1));
    const { code, outputs } = await shop.step(promote, attempt(2));
    expect({ code, ...outputs }).toMatchObject({ code: 0, ended: 'healthy', 'stable-image': v2 });
  });
});
