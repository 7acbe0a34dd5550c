import { describe, expect, it } from '@jest/globals';
import { hasImages, resolveImages } from '../src/images.ts';
import type { ContainerImage } from '../src/model.ts';
import { formatImages } from '../src/format.ts';
import type { WantedImage } from '../src/plan.ts';
import { imagePointer, sameImages } from '../src/targets/argo-rollout/images.ts';
import { planOf } from './fixtures/runs.ts';
import { seen } from './fixtures/stories.ts';

const web: ContainerImage = { container: 'web', init: false, image: 'web:1' };
const proxy: ContainerImage = { container: 'proxy', init: false, image: 'envoy:1' };
const migrate: ContainerImage = { container: 'migrate', init: true, image: 'migrate:1' };

describe('the containers that the image input means', () => {
  it('a bare image is for the only container, whatever init containers there are', () => {
    expect(resolveImages([{ image: 'web:2' }], [web, migrate])).toEqual({
      kind: 'images',
      images: [{ ...web, image: 'web:2' }],
    });
  });

  it('a bare image is a mistake where there are several, and they are named', () => {
    const resolved = resolveImages([{ image: 'web:2' }], [web, proxy, migrate]);
    expect(resolved).toMatchObject({
      kind: 'problem',
      what: expect.stringContaining('web, proxy, migrate (init)'),
    });
    expect(resolved).toMatchObject({ next: expect.stringContaining('web=web:2') });
  });

  it('a star is every container but the init containers', () => {
    expect(resolveImages([{ container: '*', image: 'x:2' }], [web, proxy, migrate])).toEqual({
      kind: 'images',
      images: [
        { ...web, image: 'x:2' },
        { ...proxy, image: 'x:2' },
      ],
    });
  });

  it('an init container is changed by its name', () => {
    expect(resolveImages([{ container: 'migrate', image: 'migrate:2' }], [web, migrate])).toEqual({
      kind: 'images',
      images: [{ ...migrate, image: 'migrate:2' }],
    });
  });

  it('an unknown container is a mistake, and the known ones are named', () => {
    expect(resolveImages([{ container: 'api', image: 'x' }], [web])).toMatchObject({
      kind: 'problem',
      what: 'image: there is no container "api" in the pod template; it has: web.',
    });
  });
});

describe('whether a spec asks for the images already', () => {
  const has = (images: readonly WantedImage[], template: readonly ContainerImage[]): boolean =>
    hasImages(planOf({ images }), { ...seen('release', 'gate'), template });

  it('only if every wanted image is there', () => {
    expect(has([{ container: 'web', image: 'web:1' }], [web, proxy])).toBe(true);
    expect(
      has(
        [
          { container: 'web', image: 'web:1' },
          { container: 'proxy', image: 'envoy:2' },
        ],
        [web, proxy],
      ),
    ).toBe(false);
  });

  it('always where none is wanted, never where it cannot be told', () => {
    expect(has([], [web])).toBe(true);
    expect(has([{ image: 'web:1' }], [web, proxy])).toBe(false);
  });
});

describe('images of a template', () => {
  it('are the same in any order, but not in another container', () => {
    expect(sameImages([web, migrate], [migrate, web])).toBe(true);
    expect(sameImages([web], [{ ...web, container: 'api' }])).toBe(false);
    expect(sameImages([web], [{ ...web, init: true }])).toBe(false);
    expect(sameImages([web], [web, proxy])).toBe(false);
  });

  it('are found by their place in their own list', () => {
    const template = [migrate, web, proxy];
    expect(imagePointer('/spec/template', template, proxy)).toBe('/spec/template/spec/containers/1/image');
    expect(imagePointer('/spec/template', template, migrate)).toBe(
      '/spec/template/spec/initContainers/0/image',
    );
  });

  it('are told bare for one container, with names for several', () => {
    expect([
      formatImages([web]),
      formatImages([web, proxy]),
      formatImages([]),
      formatImages(undefined),
    ]).toEqual(['web:1', 'web=web:1 proxy=envoy:1', '', '']);
  });
});
