import { hashLabel } from './labels.ts';
import type { RawReplicaSet, RawTemplate } from './rollout.ts';

/** A pod template with all its fields, as far as the controller puts things of its own into it. */
export interface RawPodTemplate extends RawTemplate {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: NonNullable<RawTemplate['spec']> & { readonly affinity?: RawAffinity };
}

interface RawAffinity {
  readonly podAntiAffinity?: {
    readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly RawAffinityTerm[];
    readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
      readonly podAffinityTerm?: RawAffinityTerm;
    }[];
  };
}

interface RawAffinityTerm {
  readonly topologyKey?: string;
  readonly labelSelector?: {
    readonly matchExpressions?: readonly { readonly key?: string; readonly operator?: string }[];
  };
}

/** Labels and annotations that belong to a role, as the controller notes what it injected. */
interface Injected {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

const injectedAnnotation = 'rollout.argoproj.io/ephemeral-metadata';

/**
 * The pod template that made a ReplicaSet: what to write back for its revision to come again. Pure.
 *
 * The controller knows a template by its hash, or else by being equal to that of a ReplicaSet
 * (`FindNewReplicaSet`): defaults of the API server (imagePullPolicy, …) change the hash, and are equal.
 * Whatever it put into the ReplicaSet's copy itself has to go, or what is written is a new version that takes
 * all steps: its hash label, the metadata of a role (canaryMetadata, stableMetadata, activeMetadata,
 * previewMetadata), and the rule of `antiAffinity`, which stays in a ReplicaSet that has become stable.
 *
 * A label of the template's own that the metadata of a role hides is lost in the ReplicaSet. It is left out:
 * so does the controller when it compares, and the pods of that role never showed it.
 */
export function templateOf(set: RawReplicaSet): RawPodTemplate {
  const template: RawPodTemplate = set.spec?.template ?? {};
  const injected = injectedInto(set);
  const labels = without(template.metadata?.labels, { ...injected.labels, [hashLabel]: '' });
  const annotations = without(template.metadata?.annotations, injected.annotations);
  const { labels: _, annotations: __, ...metadata } = template.metadata ?? {};
  const { affinity: held, ...spec } = template.spec ?? {};
  const affinity = withoutInjectedRule(held);
  return {
    ...template,
    metadata: { ...metadata, ...(labels && { labels }), ...(annotations && { annotations }) },
    spec: { ...spec, ...(affinity && { affinity }) },
  };
}

/** What cannot be read was not written by the controller, and injected nothing. */
function injectedInto({ metadata }: RawReplicaSet): Injected {
  try {
    return (JSON.parse(metadata.annotations?.[injectedAnnotation] ?? '{}') ?? {}) as Injected;
  } catch {
    return {};
  }
}

function without(
  held: Readonly<Record<string, string>> | undefined,
  injected: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> | undefined {
  const own = Object.entries(held ?? {}).filter(([key]) => !Object.hasOwn(injected, key));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

/** As the controller itself takes it out again: what is empty then is no longer there at all. */
function withoutInjectedRule(affinity: RawAffinity | undefined): RawAffinity | undefined {
  if (affinity?.podAntiAffinity === undefined) return affinity;
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required = [],
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
    ...others
  } = affinity.podAntiAffinity;
  const ownRequired = required.filter((term) => !isInjected(term));
  const ownPreferred = preferred.filter(({ podAffinityTerm }) => !isInjected(podAffinityTerm));
  if (ownRequired.length === required.length && ownPreferred.length === preferred.length) return affinity;
  const podAntiAffinity = {
    ...others,
    ...(ownRequired.length > 0 && { requiredDuringSchedulingIgnoredDuringExecution: ownRequired }),
    ...(ownPreferred.length > 0 && { preferredDuringSchedulingIgnoredDuringExecution: ownPreferred }),
  };
  const { podAntiAffinity: _, ...rest } = affinity;
  const left = { ...rest, ...(Object.keys(podAntiAffinity).length > 0 && { podAntiAffinity }) };
  return Object.keys(left).length > 0 ? left : undefined;
}

/** Nobody but the controller knows the hash of a stable revision beforehand. */
function isInjected(term: RawAffinityTerm | undefined): boolean {
  const expressions = term?.labelSelector?.matchExpressions ?? [];
  return (
    term?.topologyKey === 'kubernetes.io/hostname' &&
    expressions.some(({ key, operator }) => key === hashLabel && operator === 'In')
  );
}
