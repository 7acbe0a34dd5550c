import { type Resource, deployments, podTemplates, replicaSets } from '../../kube/resources.ts';
import type { Workload } from '../../model.ts';
import type { RawRollout, RawTemplate, RawWorkload } from './rollout.ts';

/** The kinds that `spec.workloadRef` may name; the controller knows no others. */
const kinds: Readonly<Record<string, Resource>> = {
  Deployment: deployments,
  ReplicaSet: replicaSets,
  PodTemplate: podTemplates,
};

/** The kinds of workload by name, for people. */
export const workloadKinds = Object.keys(kinds);

/** The kind of the object that a Rollout's workloadRef names; undefined for one that Argo does not take. */
export function workloadResource(kind: string): Resource | undefined {
  return Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}

/** The reference of a Rollout to its pod template; undefined where the template is inside. */
export function workloadRef({ spec }: RawRollout): { kind: string; name: string } | undefined {
  const ref = spec?.workloadRef;
  return ref === undefined ? undefined : { kind: ref.kind ?? '', name: ref.name ?? '' };
}

/** A PodTemplate has its template on top, all others in their spec. */
export function workloadTemplate({ spec, template }: RawWorkload): RawTemplate | undefined {
  return template ?? spec?.template;
}

/** JSON Pointer of the pod template in an object of the kind. */
export function templatePointer(kind: string | undefined): string {
  return kind === 'PodTemplate' ? '/template' : '/spec/template';
}

/** What a write to the workload needs to know of it. Pure. */
export function observeWorkload(workload: RawWorkload): Workload {
  const { kind, metadata } = workload;
  return {
    kind,
    name: metadata.name,
    uid: metadata.uid,
    generation: metadata.generation ?? 0,
    annotated: workloadTemplate(workload)?.metadata?.annotations !== undefined,
  };
}
