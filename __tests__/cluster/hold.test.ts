import { describe, expect, it } from '@jest/globals';
import { startFaultyProxy } from './support/faulty-proxy.ts';
import { healthyShop, type Shop, v2, v3 } from './support/rollouts.ts';
import { somebody } from './support/somebody.ts';

const mark = 'rollout-conductor/held';
const waiting = { image: v2, 'on-pause': 'wait', 'on-cancel': 'pause' };
const workflow = {
  GITHUB_SERVER_URL: 'https://github.test',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '7',
};

function timed(duration: string): object[] {
  return [{ setWeight: 50 }, { pause: { duration } }];
}

/** A shop with a release of v2 that a cancelled run holds. */
async function heldShop(steps?: object[]): Promise<Shop> {
  const shop = await healthyShop(steps && { steps });
  const run = shop.start(waiting, workflow);
  await run.logged(/Paused {7}step 1\/2/);
  run.cancel();
  const { outputs } = await run.result;
  expect(outputs).toMatchObject({ ended: 'paused', reason: 'cancelled' });
  return shop;
}

describe('on-cancel: pause', () => {
  it.concurrent('keeps a timed step from going on, and says which run holds it', async () => {
    const held = await heldShop(timed('3s'));
    // Begun later and longer: when its pause is over, that of the held one is too.
    const other = await healthyShop({ steps: timed('4s') });
    expect((await other.step({ image: v2 })).outputs['ended']).toBe('healthy');
    const { metadata, spec, status } = await held.rollout();
    expect(spec.paused).toBe(true);
    expect(status).toMatchObject({ phase: 'Paused', currentStepIndex: 1 });
    expect(metadata.annotations?.[mark]).toBe('https://github.test/acme/shop/actions/runs/7');
  });

  it.concurrent('is lifted by our next deploy of the same image, and the release goes on', async () => {
    const shop = await heldShop(timed('1s'));
    const { code, outputs, log } = await shop.step({ image: v2 });
    expect({ code, ended: outputs['ended'] }).toEqual({ code: 0, ended: 'healthy' });
    expect(log).toContain('→ resume: a cancelled run of this action holds the release');
    const { metadata, spec } = await shop.rollout();
    expect(spec.paused).toBe(false);
    expect(metadata.annotations?.[mark]).toBeUndefined();
  });

  it.concurrent('is lifted with a new image, in the same write', async () => {
    const shop = await heldShop();
    const proxy = await startFaultyProxy(() => 'passes');
    try {
      const { outputs } = await shop.step({ image: v3, kubeconfig: proxy.kubeconfig });
      expect(outputs).toMatchObject({ ended: 'paused', reason: 'gate', image: v3 });
    } finally {
      await proxy.close();
    }
    const [first] = proxy.seen.filter(({ method }) => method === 'PATCH');
    expect(first?.body).toContain(v3);
    expect(first?.body).toContain('{"op":"add","path":"/spec/paused","value":false}');
    expect((await shop.rollout()).metadata.annotations?.[mark]).toBeUndefined();
  });

  it.concurrent('marks nothing that a person holds already', async () => {
    const shop = await healthyShop();
    const run = shop.start(waiting);
    await run.logged(/Paused {7}step 1\/2/);
    await somebody.pauses(shop, true);
    await run.logged(/manually paused/);
    run.cancel();
    expect((await run.result).outputs).toMatchObject({ ended: 'paused', reason: 'cancelled' });
    expect((await shop.rollout()).metadata.annotations?.[mark]).toBeUndefined();
  });
});

describe('what a person holds is not lifted by a deploy', () => {
  const isLeftHeld = async (shop: Shop): Promise<void> => {
    const { code, outputs } = await shop.step({ image: v3 });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ ended: 'paused', reason: 'held-by-person', image: v3 });
    expect((await shop.rollout()).spec.paused).toBe(true);
  };

  it.concurrent('of another image', async () => {
    const shop = await healthyShop();
    await somebody.pauses(shop, true);
    await isLeftHeld(shop);
  });

  it.concurrent('though a cancelled run held it before them', async () => {
    const shop = await heldShop();
    await somebody.pauses(shop, false);
    await somebody.pauses(shop, true);
    await isLeftHeld(shop);
  });

  it.concurrent('though they used operation: pause after a cancelled run', async () => {
    const shop = await heldShop();
    await somebody.pauses(shop, false);
    expect((await shop.step({ operation: 'pause' })).outputs['ended']).toBe('paused');
    await isLeftHeld(shop);
  });
});
