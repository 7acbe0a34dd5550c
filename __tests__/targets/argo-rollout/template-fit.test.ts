import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { observe } from '../../../src/targets/argo-rollout/observe.ts';
import type { RawRollout, RawTemplate } from '../../../src/targets/argo-rollout/rollout.ts';
import { fitsTemplate } from '../../../src/targets/argo-rollout/template-fit.ts';
import { besideOf, moment } from '../../fixtures/stories.ts';

/** What a person applied, how the controller wrote it back a moment later, and the ReplicaSet that it made of it. */
interface Pair {
  readonly name: string;
  readonly applied: RawTemplate;
  readonly wanted: RawTemplate;
  readonly is: RawTemplate;
}

const file = new URL('../../fixtures/templates.json', import.meta.url);
const { pairs } = JSON.parse(readFileSync(file, 'utf8')) as { readonly pairs: readonly Pair[] };

/** A copy with another value at the place; throws where that is not there. */
function withValue(template: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const copy = structuredClone(template) as Record<string, unknown>;
  if (!Object.hasOwn(copy, key)) throw new Error(`There is no "${key}".`);
  copy[key] = rest.length === 0 ? value : withValue(copy[key], rest, value);
  return copy;
}

function pair(name: string): Pair {
  const found = pairs.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no "${name}".`);
  return found;
}

describe('a ReplicaSet’s template fits the spec that it was made of', () => {
  it.each(pairs.map((one) => [one.name, one] as const))('%s', (_, { applied, wanted, is }) => {
    expect(fitsTemplate(applied, is)).toBe(true);
    expect(fitsTemplate(wanted, is)).toBe(true);
    // The server has filled in much that nobody wrote.
    expect(JSON.stringify(is).length).toBeGreaterThan(JSON.stringify(wanted).length);
  });

  it('with quantities in another form, and zero values left out', () => {
    const { applied: wanted, is } = pair('rich');
    const written = (template: unknown, value: string): boolean => JSON.stringify(template).includes(value);
    expect([written(wanted, '"1000m"'), written(is, '"1000m"')]).toEqual([true, false]);
    expect([written(wanted, '"initialDelaySeconds":0'), written(is, 'initialDelaySeconds')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('it does not fit a spec that differs in', () => {
  const { applied: wanted, is } = pair('rich');

  it.each<[string, string, unknown]>([
    ['an annotation', 'metadata/annotations/checksum~config', 'def456'],
    ['a label', 'metadata/labels/team', 'other'],
    ['an image', 'spec/containers/0/image', 'ghcr.io/acme/web:1.2.0'],
    ['the image of an init container', 'spec/initContainers/0/image', 'ghcr.io/acme/migrate:2.0.0'],
    ['a variable', 'spec/containers/0/env/0/value', 'staging'],
    [
      'the name of a ConfigMap that is read as variables',
      'spec/containers/0/envFrom/0/configMapRef/name',
      'web-2',
    ],
    ['the name of a ConfigMap that is mounted', 'spec/volumes/0/configMap/name', 'web-config-2'],
    ['the key of a Secret', 'spec/containers/0/env/3/valueFrom/secretKeyRef/key', 'other'],
    ['a command', 'spec/containers/0/command/1', 'migrate'],
    ['one more argument', 'spec/containers/0/args', ['--port', '8080', '--verbose']],
    ['one argument less', 'spec/containers/0/args', ['--port']],
    ['a port', 'spec/containers/0/ports/0/containerPort', 8081],
    ['a probe', 'spec/containers/0/readinessProbe/httpGet/path', '/healthz'],
    ['a security context', 'spec/securityContext/fsGroup', 3000],
    ['a service account', 'spec/serviceAccountName', 'other'],
    ['a mount', 'spec/containers/0/volumeMounts/0/mountPath', '/etc/other'],
  ])('%s', (_, path, value) => {
    // The one key with a slash in it is written with a "~".
    const place = path.split('/').map((key) => key.replace('~', '/'));
    expect(fitsTemplate(withValue(wanted, place, value), is)).toBe(false);
  });

  it('something that the ReplicaSet does not have at all', () => {
    const { spec } = wanted;
    expect(fitsTemplate({ ...wanted, spec: { ...spec, hostname: 'web' } }, is)).toBe(false);
    expect(fitsTemplate(wanted, undefined)).toBe(false);
  });
});

describe('a status that is behind by more than an image', () => {
  const { rollout } = moment('release', 'Healthy before');
  const template = rollout.spec?.template;
  const edited: RawRollout = {
    ...rollout,
    spec: {
      ...rollout.spec,
      template: { ...template, metadata: { annotations: { 'checksum/config': 'def456' } } },
    },
  };
  const beside = besideOf('release', rollout);

  it('is not believed at first: it has the images of the spec, and may be that of before', () => {
    expect(observe(rollout, beside).current).toBe(true);
    expect(observe(edited, beside).current).toBe(false);
  });

  it('is believed when time has told: not every difference is one', () => {
    expect(observe(edited, { ...beside, trusted: true }).current).toBe(true);
  });

  it('is not believed with other images, however long it lasts', () => {
    const { rollout: behind } = moment(
      'superseding',
      'generation observed, hash and pause still of the second',
    );
    const old = besideOf('superseding', behind);
    expect(observe(behind, { ...old, trusted: true }).current).toBe(false);
  });
});
