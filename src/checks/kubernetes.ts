import { ActionableError } from '../errors.ts';
import { ruleFor } from '../kube/access.ts';
import { KubeError } from '../kube/kube-error.ts';
import { resourceName } from '../kube/resources.ts';
import { type KubernetesSpec, parseKubernetes } from './kubernetes/spec.ts';
import type { Measured, Provider, Scene } from './provider.ts';

/** A measurement that takes longer is better tried again. */
const PATIENCE_MS = 30_000;
/** A value for people; the JSON report holds no whole lists of objects. */
const LONGEST_VALUE = 10_000;

/**
 * A JSONPath over objects of the cluster: `provider.kubernetes`, which only a workflow has. What `kubectl get … -o
 * jsonpath=…` would print is `result`: one value, or the list of all that a path with `[*]`, `..` or a filter finds.
 *
 * A path that finds nothing is an Error, unless `allowEmpty`: `all(result, …)` holds for an empty list, and a label that
 * is misspelt must not pass a gate.
 */
export const kubernetes: Provider<KubernetesSpec> = {
  conditions: true,
  parse: parseKubernetes,
  access: (spec, namespace) => [
    ruleFor(
      spec.name === undefined ? 'list' : 'get',
      spec.resource,
      whereOf(spec, namespace),
      'measure a check',
    ),
  ],
  async verify(spec, scene, signal) {
    try {
      await read(spec, scene, signal);
    } catch (error) {
      // What is not there yet may come with the release; what the server does not know or cannot read will not.
      if (!(error instanceof KubeError) || !['no-such-resource', 'refused'].includes(error.kind)) {
        signal.throwIfAborted();
        return;
      }
      throw new ActionableError(
        {
          what: scene.redact(`A check looks at what the cluster does not have: ${error.message}.`),
          asked: scene.redact(queryOf(spec, scene.namespace)),
          next: 'correct resource or the selectors, or install the custom resource definition; nothing was changed.',
          reason: 'bad-input',
        },
        { cause: error },
      );
    }
  },
  async measure(spec, scene, signal) {
    signal.throwIfAborted();
    const { value, count } = await read(spec, scene, signal).catch((error: unknown) => {
      throw error instanceof KubeError ? new Error(scene.redact(error.message), { cause: error }) : error;
    });
    const found = spec.path.find(value, { numbers: 'any', missing: 'empty' });
    if (found.length === 0 && !spec.allowEmpty) throw new Error(scene.redact(nothingFound(spec, count)));
    const result = spec.many ? found : (found[0] ?? null);
    return {
      kind: 'result',
      result,
      value: scene.redact(JSON.stringify(result)).slice(0, LONGEST_VALUE),
      query: scene.redact(queryOf(spec, scene.namespace)),
    } satisfies Measured;
  },
};

/** The object, or the objects as the list that kubectl makes of them. */
async function read(
  spec: KubernetesSpec,
  { client, clock, namespace }: Pick<Scene, 'client' | 'clock' | 'namespace'>,
  signal: AbortSignal,
): Promise<{ readonly value: unknown; readonly count: number }> {
  const { resource, name, labelSelector, fieldSelector } = spec;
  const bounds = { signal, deadline: clock.now() + PATIENCE_MS };
  const within = spec.namespace ?? namespace;
  if (name !== undefined)
    return { value: await client.get({ resource, namespace: within, name }, bounds), count: 1 };
  const where = resource.namespaced === false ? {} : { namespace: within };
  const { items } = await client.list(resource, { ...where, labelSelector, fieldSelector, ...bounds });
  return { value: { apiVersion: 'v1', kind: 'List', items }, count: items.length };
}

function nothingFound({ name, resource, path }: KubernetesSpec, count: number): string {
  const all =
    name === undefined ? `${String(count)} ${resourceName(resource)}` : `${resourceName(resource)} "${name}"`;
  const what =
    count === 0 ? `no ${resourceName(resource)} are selected` : `${path.text} finds nothing in ${all}`;
  return `${what}; where that is right, say "allowEmpty: true"`;
}

function whereOf(
  spec: KubernetesSpec,
  namespace: string,
): { readonly namespace?: string; readonly name?: string } {
  return {
    ...(spec.resource.namespaced !== false && { namespace: spec.namespace ?? namespace }),
    ...(spec.name !== undefined && { name: spec.name }),
  };
}

/** The same for a person with kubectl. */
function queryOf(spec: KubernetesSpec, namespace: string): string {
  const { resource, name, labelSelector, fieldSelector, path } = spec;
  const where = whereOf(spec, namespace);
  return [
    'kubectl get',
    resourceName(resource),
    ...(name === undefined ? [] : [quoted(name)]),
    ...(where.namespace === undefined ? [] : ['-n', quoted(where.namespace)]),
    ...(labelSelector === undefined ? [] : ['-l', quoted(labelSelector)]),
    ...(fieldSelector === undefined ? [] : ['--field-selector', quoted(fieldSelector)]),
    '-o',
    quoted(`jsonpath=${path.text}`),
  ].join(' ');
}

function quoted(text: string): string {
  return /^[\w.,/=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
