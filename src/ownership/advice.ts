import type { Owner, OwnerTool } from './owner.ts';

const image = '/spec/template/spec/containers/0/image';
const follow = 'use `operation: follow` with `image`';

interface Words {
  /** The tool and what it calls its unit. */
  readonly tool: string;
  readonly unit?: string;
  /** What becomes of the image that this action sets, and what to do about it. */
  readonly advice: string;
}

/**
 * Sources: Argo CD, user-guide/diffing and sync-options (to ignore one field of a list can hold back the
 * others: https://github.com/argoproj/argo-cd/issues/17694, so Git comes first). Flux, `spec.ignore` of a
 * Kustomization since kustomize-controller 1.9; its apply policy `Merge` overwrites what Git has, so it does
 * not help; `spec.driftDetection` of a HelmRelease. Helm compares a custom resource with the last release and
 * not with the cluster, so it may leave the image alone until the chart's own changes.
 */
const words: Readonly<Record<OwnerTool, Words>> = {
  'argo-cd': {
    tool: 'Argo CD',
    unit: 'Application',
    advice:
      'What this step sets is put back at the next sync. ' +
      `Change the image in Git and ${follow}, or take the image out of the sync: ` +
      `\`ignoreDifferences\` with the jsonPointer ${image} and the sync option \`RespectIgnoreDifferences=true\`.`,
  },
  'flux-kustomization': {
    tool: 'Flux',
    unit: 'Kustomization',
    advice:
      'What this step sets is put back at the next reconciliation. ' +
      `Change the image in Git and ${follow}, or take the image out of the reconciliation: ` +
      `\`spec.ignore\` of the Kustomization with the path ${image}; where Flux does not have that yet, the annotation ` +
      '`kustomize.toolkit.fluxcd.io/ssa: IfNotPresent` in Git keeps it off the whole object.',
  },
  'flux-helm-release': {
    tool: 'Flux',
    unit: 'HelmRelease',
    advice:
      'What this step sets may be put back at the next upgrade, and with `driftDetection` at the next reconciliation. ' +
      `Change the image in the values and ${follow}, or take the image out of it: ` +
      `\`spec.driftDetection.ignore\` of the HelmRelease with the path ${image}.`,
  },
  helm: {
    tool: 'Helm',
    unit: 'release',
    advice:
      'What this step sets may be put back at the next `helm upgrade`. ' +
      `Set the image through the values and ${follow}, or leave it to this step alone.`,
  },
  'kubectl-apply': {
    tool: '`kubectl apply`',
    advice:
      'What this step sets is put back when the manifest is applied again. ' +
      `Change the image in the manifest and ${follow}, or do not apply it again.`,
  },
};

/** The owner in words, such as `Argo CD (Application shop)`. Pure, not escaped. */
export function describeOwner({ tool, name, namespace }: Owner): string {
  const { tool: title, unit } = words[tool];
  if (unit === undefined || name === undefined) return title;
  return `${title} (${unit} ${namespace === undefined ? name : `${namespace}/${name}`})`;
}

/** True for the tools that put an object back by themselves, without anybody running them. */
export function putsBackAlone({ tool }: Owner): boolean {
  return tool === 'argo-cd' || tool === 'flux-kustomization' || tool === 'flux-helm-release';
}

/** What becomes of an image that is set on an object of this owner, and what to do. Pure, not escaped. */
export function adviceFor(owner: Owner): string {
  return `${describeOwner(owner)} keeps this object in step. ${words[owner.tool].advice}`;
}
