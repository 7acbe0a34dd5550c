import { afterEach, describe, expect, it } from '@jest/globals';
import { type ProviderName, providers } from '../../src/checks/index.ts';
import type { Measured, Provider, Shown, SpecPath } from '../../src/checks/provider.ts';
import { until } from '../../cluster/wait.ts';
import { SECRET, type World } from './contract/fixture.ts';
import { fixtures } from './contract/index.ts';
import { randomSpecs } from './contract/random.ts';
import { sceneOf } from './contract/scene.ts';

interface Mistake {
  readonly path: SpecPath;
  readonly what: string;
}

interface Reading {
  readonly spec: unknown;
  readonly mistakes: readonly Mistake[];
}

function read(provider: Provider, raw: unknown): Reading {
  const mistakes: Mistake[] = [];
  const spec = provider.parse(raw, (path, what) => void mistakes.push({ path, what }));
  return { spec, mistakes };
}

function rightSpec(provider: Provider, raw: unknown): unknown {
  const { spec, mistakes } = read(provider, raw);
  expect(mistakes).toEqual([]);
  return spec;
}

const worlds: World[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

it('has a fixture for every provider', () => {
  expect(Object.keys(fixtures)).toEqual(Object.keys(providers));
});

describe.each(Object.entries(fixtures))('%s', (name, fixture) => {
  const provider: Provider = providers[name as ProviderName];

  const open = async (): Promise<World> => {
    const world = await fixture.open();
    worlds.push(world);
    return world;
  };
  const measure = (
    raw: unknown,
    { scene }: World,
    signal = new AbortController().signal,
    shown: Shown[] = [],
  ): Promise<Measured> =>
    provider.measure(rightSpec(provider, raw), sceneOf(scene), signal, (now) => void shown.push(now));
  const nothingLeft = (world: World, before: number): Promise<void> =>
    until(async () => (await world.left()) <= before, { what: 'everything to be closed', deadline: 5_000 });

  it.each(fixture.right)('reads what is right %#', (raw) => {
    expect(rightSpec(provider, raw)).toBeDefined();
  });

  it.each(fixture.wrong)('refuses what is wrong %#, each mistake at its place', ({ raw, at }) => {
    const { spec, mistakes } = read(provider, raw);
    expect(spec).toBeUndefined();
    expect(new Set(mistakes.map(({ path }) => path.join('.')))).toEqual(
      new Set(at.map((path) => path.join('.'))),
    );
    for (const { what } of mistakes) expect(what).toMatch(/^\S.+/);
  });

  it('reads whatever stands there without an error of its own, and either complains or gives a spec', () => {
    for (const raw of randomSpecs(fixture.right, 2_000)) {
      const { spec, mistakes } = read(provider, raw);
      expect({ raw, given: spec !== undefined }).toEqual({ raw, given: mistakes.length === 0 });
      if (spec !== undefined) provider.access(spec, 'shop');
    }
  });

  it.each(fixture.right)('says what it has to be allowed, as data and the same every time %#', (raw) => {
    const spec = rightSpec(provider, raw);
    const rules = provider.access(spec, 'shop');
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
    expect(provider.access(spec, 'shop')).toEqual(rules);
    for (const { why } of rules) expect(why).not.toBe('');
  });

  it('measures', async () => {
    const world = await open();
    const before = await world.left();
    const { raw, gives } = world.answered;
    expect(await measure(raw, world)).toMatchObject(gives);
    await nothingLeft(world, before);
  });

  it('can be measured twice at once', async () => {
    const world = await open();
    const { raw, gives } = world.answered;
    for (const measured of await Promise.all([measure(raw, world), measure(raw, world)]))
      expect(measured).toMatchObject(gives);
  });

  it('shows no secret, measured or not', async () => {
    const world = await open();
    expect(world.secretive).not.toEqual([]);
    for (const raw of world.secretive) {
      const shown: Shown[] = [];
      const said = await measure(raw, world, undefined, shown).then(
        (measured) => ({ ...measured, result: undefined, value: '' }),
        (error: unknown) => (error as Error).message,
      );
      expect(JSON.stringify([said, shown])).not.toContain(SECRET);
    }
  });

  it('ends at once when it is aborted, with the reason, and leaves nothing', async () => {
    const world = await open();
    const before = await world.left();
    const controller = new AbortController();
    const measuring = measure(world.endless.raw, world, controller.signal);
    const ended = measuring.then(
      () => 'measured',
      (error: unknown) => error,
    );
    await Promise.race([world.endless.begun(), ended]);
    const reason = new Error('the release is over');
    const since = performance.now();
    controller.abort(reason);
    expect(await ended).toBe(reason);
    expect(performance.now() - since).toBeLessThan(1_000);
    await nothingLeft(world, before);
  });

  it('sends nothing when it was aborted before', async () => {
    const world = await open();
    const before = await world.left();
    const reason = new Error('the release is over');
    await expect(measure(world.endless.raw, world, AbortSignal.abort(reason))).rejects.toBe(reason);
    await nothingLeft(world, before);
  });

  it('is over in its time when nobody answers', async () => {
    const world = await open();
    if ('none' in world.late) {
      expect(world.late.none).not.toBe('');
      return;
    }
    const before = await world.left();
    const { raw, withinMs } = world.late;
    const since = performance.now();
    await measure(raw, world).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    expect(performance.now() - since).toBeLessThan(withinMs);
    await nothingLeft(world, before);
  });
});
