import { describe, expect, it } from '@jest/globals';
import type { ObjectMeta } from '../../src/kube/resources.ts';
import { adviceFor, describeOwner, putsBackAlone } from '../../src/ownership/advice.ts';
import { type Owner, ownerOf } from '../../src/ownership/owner.ts';
import { ownedMetadata } from '../fixtures/owners.ts';

function labelled(labels: Record<string, string>, annotations: Record<string, string> = {}): ObjectMeta {
  return { name: 'web', uid: 'u', resourceVersion: '1', labels, annotations };
}

describe('who keeps an object in step', () => {
  it.each([
    ['applied', 'kubectl-apply', '`kubectl apply`'],
    ['set-image', 'kubectl-apply', '`kubectl apply`'],
    ['argo-cd-ssa', 'argo-cd', 'Argo CD (Application shop)'],
    ['argo-cd-client-side', 'argo-cd', 'Argo CD (Application shop)'],
    ['argo-cd-ssa-then-set-image', 'argo-cd', 'Argo CD (Application shop)'],
    ['flux-kustomize', 'flux-kustomization', 'Flux (Kustomization flux-system/apps)'],
    ['flux-helm', 'flux-helm-release', 'Flux (HelmRelease apps/shop)'],
    ['helm', 'helm', 'Helm (release owners/shop)'],
  ])('captured: %s', (name, tool, words) => {
    const owner = ownerOf(ownedMetadata(name));
    expect(owner?.tool).toBe(tool);
    expect(describeOwner(owner as Owner)).toBe(words);
  });

  const cases: readonly (readonly [string, ObjectMeta, Owner | undefined])[] = [
    ['nobody', labelled({ app: 'web' }), undefined],
    [
      'an instance label, which charts set too, is not Argo CD',
      labelled({ 'app.kubernetes.io/instance': 'web' }),
      undefined,
    ],
    [
      "Helm's label alone, which rendered charts have too, is not Helm",
      labelled({ 'app.kubernetes.io/managed-by': 'Helm' }),
      undefined,
    ],
    [
      'an Application in a namespace of its own',
      labelled({}, { 'argocd.argoproj.io/tracking-id': 'team_shop:argoproj.io/Rollout:shop/web' }),
      { tool: 'argo-cd', name: 'shop', namespace: 'team' },
    ],
    [
      'a chart that Argo CD installed belongs to Argo CD',
      labelled(
        { 'app.kubernetes.io/managed-by': 'Helm' },
        { 'argocd.argoproj.io/tracking-id': 'shop:a/b:c/d', 'meta.helm.sh/release-name': 'web' },
      ),
      { tool: 'argo-cd', name: 'shop' },
    ],
    [
      'labels without a writer',
      labelled({ 'helm.toolkit.fluxcd.io/name': 'shop', 'helm.toolkit.fluxcd.io/namespace': 'apps' }),
      { tool: 'flux-helm-release', name: 'shop', namespace: 'apps' },
    ],
    [
      'a writer without labels: the tool is known, its unit is not',
      { ...labelled({}), managedFields: [{ manager: 'kustomize-controller', operation: 'Apply' }] },
      { tool: 'flux-kustomization' },
    ],
  ];

  it.each(cases)('%s', (_, metadata, owner) => {
    expect(ownerOf(metadata)).toEqual(owner);
  });
});

describe('the advice', () => {
  const tools = ['argo-cd', 'flux-kustomization', 'flux-helm-release', 'helm', 'kubectl-apply'] as const;

  it.each(tools)('for %s says what becomes of the image, and what to do', (tool) => {
    expect(adviceFor({ tool, name: 'shop' })).toMatch(
      /^.+ keeps this object in step\. What this step sets .+put back.+ use `operation: follow` with `image`,? or .+\.$/,
    );
  });

  it('names the field to exclude where the tool can exclude one', () => {
    const naming = tools.filter((tool) =>
      adviceFor({ tool }).includes('/spec/template/spec/containers/0/image'),
    );
    expect(naming).toEqual(tools.filter((tool) => putsBackAlone({ tool })));
  });
});
