import { describe, expect, it } from '@jest/globals';
import { serve, machineAddress } from '../support/in-cluster.ts';
import { healthyShop, type Shop, twoGates, v1, v2 } from '../support/rollouts.ts';
import { somebody } from '../support/somebody.ts';

/** A check that a command on the runner makes: it ends with this exit code. */
const command = (name: string, run: string, more = ''): string =>
  `- name: ${name}\n  provider:\n    command:\n      run: ${JSON.stringify(run)}\n${more}`;

/** A check that goes on until the file is there, so that a test can act in the middle of it. */
const waits = command('waits', 'until [ -e "$DONE" ]; do sleep 0.1; done');

/** How a step ended, as `code ended (reason)`. */
function end({ code, outputs }: Awaited<ReturnType<Shop['step']>>): string {
  return `${String(code)} ${outputs['ended'] ?? ''} (${outputs['reason'] ?? ''})`;
}

/** What users have. */
async function stableImage(shop: Shop): Promise<string | undefined> {
  return (await shop.step({ operation: 'status' })).outputs['stable-image'];
}

describe('a gate with checks, on the real controller', () => {
  it.concurrent('is passed gate by gate, and each gate is measured anew', async () => {
    const shop = await healthyShop({ steps: twoGates });
    const checks = command('pods', 'test "$ARG_STEP" = 1 -o "$ARG_STEP" = 3 && test -n "$ARG_POD_HASH"');
    const ended = await shop.step({ image: v2, checks, 'on-pause': 'promote' });
    expect(end(ended)).toBe('0 healthy (completed)');
    for (const step of ['1', '3']) expect(ended.log).toContain(`checks at the gate of step ${step}`);
    expect(ended.summary).toContain('### Checks');
    expect(ended.outputs['stable-image']).toBe(v2);
  });

  it.concurrent('ends the step with the verdicts in view, and a promote measures it again', async () => {
    const shop = await healthyShop();
    const checks = command('good', 'echo 7', '  successCondition: result == 7\n');
    const stopped = await shop.step({ image: v2, checks });
    expect(end(stopped)).toBe('0 paused (gate)');
    expect(stopped.summary).toContain('result == 7');
    const state = stopped.outputs['state'] ?? '';
    const bad = command('bad', 'exit 3');
    const refused = await shop.step({
      operation: 'promote',
      expect: state,
      checks: bad,
      'on-failure': 'stop',
    });
    expect(end(refused)).toBe('1 paused (checks-failed)');
    expect((await shop.rollout()).status).toMatchObject({ phase: 'Paused', currentStepIndex: 1 });
    const passed = await shop.step({ operation: 'promote', expect: state, checks });
    expect(end(passed)).toBe('0 healthy (completed)');
  });

  it.concurrent('is not passed when one of its checks fails, whatever the others say', async () => {
    const shop = await healthyShop();
    const checks = `${command('good', 'true')}${command('bad', 'echo "no connection to the database"; exit 3')}`;
    const ended = await shop.step({ image: v2, checks, 'on-pause': 'promote' });
    expect(end(ended)).toBe('1 aborted (checks-failed)');
    expect(ended.log).toContain('no connection to the database');
    expect(await stableImage(shop)).toBe(v1);
  });

  it.concurrent('that somebody passes meanwhile leaves its checks not run, which is no success', async () => {
    const shop = await healthyShop();
    const step = shop.start({ image: v2, checks: waits, 'on-pause': 'promote' });
    await step.logged(/checks at the gate of step 1: waits/);
    await somebody.promotes(shop);
    const ended = await step.result;
    expect(end(ended)).toBe('1 healthy (checks-not-run)');
    expect(ended.log).toContain('waits (the gate at step 1)');
  });

  it.concurrent('that somebody aborts meanwhile stops its checks at once', async () => {
    const shop = await healthyShop();
    const step = shop.start({ image: v2, checks: waits, 'on-pause': 'promote' });
    await step.logged(/checks at the gate of step 1: waits/);
    await somebody.aborts(shop);
    expect(end(await step.result)).toBe('1 aborted (by-somebody)');
  });

  it.concurrent('in a cancelled run stops its checks, and holds a release that is guarded', async () => {
    const shop = await healthyShop();
    const guard = waits.replace('waits', 'guard').concat('  when: background\n  interval: 1s\n');
    const step = shop.start({ image: v2, checks: `${waits}${guard}`, 'on-pause': 'promote' });
    await step.logged(/checks at the gate of step 1: waits/);
    step.cancel();
    expect(end(await step.result)).toBe('1 paused (cancelled)');
    expect((await shop.rollout()).spec).toMatchObject({ paused: true });
  });

  it.concurrent('in a run that was killed is measured again by the next one', async () => {
    const shop = await healthyShop();
    const killed = shop.start({ image: v2, checks: waits, 'on-pause': 'promote' });
    await killed.logged(/checks at the gate of step 1: waits/);
    killed.kill('SIGKILL');
    await killed.result;
    const again = await shop.step({ image: v2, checks: command('waits', 'true'), 'on-pause': 'promote' });
    expect(end(again)).toBe('0 healthy (completed)');
  });
});

describe('checks beside and behind a release, on the real controller', () => {
  it.concurrent('in the background abort it in the middle of a timed pause', async () => {
    const shop = await healthyShop({ steps: [{ setWeight: 50 }, { pause: { duration: '60s' } }] });
    const app = { errors: 0 };
    const port = await serve((_, response) => response.end(String(app.errors)));
    const checks = `
      - name: errors
        when: background
        interval: 1s
        successCondition: result < 5
        provider:
          web:
            url: http://${machineAddress()}:${String(port)}/`;
    const step = shop.start({ image: v2, checks });
    await step.logged(/step 1\/2/);
    app.errors = 9;
    const ended = await step.result;
    expect(end(ended)).toBe('1 aborted (checks-failed)');
    expect(ended.log).toContain('measured 9, successCondition result < 5');
  });

  it.concurrent('once it is Healthy take it back to the revision before', async () => {
    const shop = await healthyShop({ steps: [{ setWeight: 50 }] });
    const checks = command('conversion', 'exit 1', '  when: healthy\n');
    const ended = await shop.step({ image: v2, checks, 'on-failure': 'rollback' });
    expect(end(ended)).toBe('1 rolled-back (checks-failed)');
    expect(await stableImage(shop)).toBe(v1);
  });

  it.concurrent('once it is Healthy are needed for the end to be called good', async () => {
    const shop = await healthyShop({ steps: [{ setWeight: 50 }] });
    const checks = command('conversion', 'true', '  when: healthy\n');
    const ended = await shop.step({ image: v2, checks, 'on-failure': 'stop' });
    expect(end(ended)).toBe('0 healthy (completed)');
    expect(ended.log).toContain('conversion (command)');
  });
});
