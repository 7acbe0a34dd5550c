import { describe, expect, it } from '@jest/globals';
import { type Where } from '../../src/kube/explain-connection.ts';
import { explain } from '../../src/kube/explain.ts';
import {
  KubeError,
  type KubeErrorFacts,
  type KubeErrorKind,
  type RequestName,
} from '../../src/kube/kube-error.ts';
import { pods, rollouts } from '../../src/kube/resources.ts';

const where: Where = {
  server: 'https://api.example.com:6443',
  context: 'prod',
  user: 'ci',
  source: 'The file config of the input kubeconfig',
  authority: 'certificate-authority-data',
  proxy: undefined,
};
const patchStatus: RequestName = {
  verb: 'patch',
  resource: rollouts,
  subresource: 'status',
  namespace: 'shop',
  name: 'web',
};

function explained(
  facts: Partial<KubeErrorFacts> & { kind: KubeErrorKind },
  request = patchStatus,
  place = where,
): string {
  return explain(new KubeError(request, { message: 'MESSAGE', maybeActedOn: false, ...facts }), place)
    .message;
}

describe('an explanation', () => {
  it('names the missing permission, for whom, and the rule to add', () => {
    const message =
      'rollouts.argoproj.io "web" is forbidden: User "system:serviceaccount:ci:deployer" cannot patch resource "rollouts/status" in API group "argoproj.io" in the namespace "shop"';
    expect(explained({ kind: 'forbidden', message }))
      .toBe(`The user "system:serviceaccount:ci:deployer" may not patch rollouts.argoproj.io/status in namespace "shop".
Asked: patch rollouts.argoproj.io/status "web" in namespace "shop"
What to do: let it, with this role (and a binding of "system:serviceaccount:ci:deployer" to it) or its rule added to a role it has:
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: rollout-conductor
  namespace: shop
rules:
  # for system:serviceaccount:ci:deployer
  - apiGroups: ["argoproj.io"]
    resources: ["rollouts/status"]
    resourceNames: ["web"]
    verbs: ["patch"]`);
  });

  it('proposes no role where a quota or a policy stands against it', () => {
    const text = explained({ kind: 'forbidden', message: 'pods "x" is forbidden: exceeded quota: small' });
    expect(text).toContain('exceeded quota: small');
    expect(text).not.toContain('kind: Role');
  });

  it('does not propose to let anonymous users do things', () => {
    const text = explained({ kind: 'forbidden', message: 'User "system:anonymous" cannot get resource' });
    expect(text).toContain('counted as anonymous');
    expect(text).not.toContain('kind: Role');
  });

  it.each<[string, Partial<KubeErrorFacts> & { kind: KubeErrorKind }, string[]]>([
    [
      'a refused connection',
      { kind: 'unreachable', code: 'ECONNREFUSED' },
      ['nothing listens there', 'context "prod"'],
    ],
    [
      'a name nobody knows',
      { kind: 'unreachable', code: 'ENOTFOUND' },
      ['cannot be resolved (ENOTFOUND)', 'HTTPS_PROXY'],
    ],
    [
      'a name server out of reach',
      { kind: 'unreachable', code: 'EAI_AGAIN' },
      ['cannot be resolved (EAI_AGAIN)'],
    ],
    ['a broken connection', { kind: 'unreachable', code: 'ECONNRESET' }, ['is out of reach (MESSAGE)']],
    ['silence', { kind: 'timed-out' }, ['did not answer in time']],
    [
      'an unknown authority',
      { kind: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
      ['checked with certificate-authority-data of the kubeconfig'],
    ],
    ['an expired certificate', { kind: 'tls', code: 'CERT_HAS_EXPIRED' }, ['not valid now', 'clock']],
    [
      'a certificate for another name',
      { kind: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
      ['is for other names (MESSAGE)', 'tls-server-name'],
    ],
    ['another handshake failure', { kind: 'tls', code: 'EPROTO' }, ['MESSAGE', 'right port']],
    [
      'refused credentials',
      { kind: 'unauthorized', httpStatus: 401 },
      ['does not accept the credentials', 'user "ci"'],
    ],
    [
      'a definition that is not installed',
      { kind: 'no-such-resource', httpStatus: 404 },
      ['knows no rollouts.argoproj.io (v1alpha1)', 'install the custom resource definition of Rollout'],
    ],
    [
      'a missing object',
      { kind: 'not-found', httpStatus: 404, details: { kind: 'rollouts', name: 'web' } },
      ['There is no rollouts.argoproj.io "web" in namespace "shop" (context "prod")'],
    ],
    [
      'a missing namespace',
      { kind: 'not-found', httpStatus: 404, details: { kind: 'namespaces', name: 'shop' } },
      ['There is no namespaces "shop" (context'],
    ],
    ['a lost answer', { kind: 'answer-lost' }, ['It was not sent again', 'look at the object']],
    ['a conflict', { kind: 'conflict' }, ['Somebody else changed']],
    ['an invalid change', { kind: 'invalid' }, ['refused the change']],
    ['a failing server', { kind: 'server', httpStatus: 503 }, ['failed (HTTP 503)']],
    ['an overloaded server', { kind: 'too-many-requests' }, ['too many requests']],
    ['an old place in the history', { kind: 'gone' }, ['no longer has the state']],
    ['a duplicate', { kind: 'already-exists' }, ['exists already']],
    ['a strange answer', { kind: 'bad-answer' }, ['no Kubernetes API server gives']],
    ['another refusal', { kind: 'refused', httpStatus: 415 }, ['HTTP 415']],
  ])('of %s says what happened and what to do', (_name, facts, parts) => {
    const text = explained(facts);
    for (const part of parts) expect(text).toContain(part);
    expect(text).toContain(
      '\nAsked: patch rollouts.argoproj.io/status "web" in namespace "shop"\nWhat to do: ',
    );
  });

  it('says which authority was looked at', () => {
    const facts = { kind: 'tls', code: 'SELF_SIGNED_CERT_IN_CHAIN' } as const;
    expect(explained(facts, patchStatus, { ...where, authority: '/etc/ca.pem' })).toContain(
      'checked with the file /etc/ca.pem',
    );
    expect(explained(facts, patchStatus, { ...where, authority: undefined })).toContain(
      "this runner's own authorities",
    );
  });

  it('doubts the address, not the installation, where even pods are unknown', () => {
    const text = explained({ kind: 'no-such-resource' }, { verb: 'list', resource: pods, namespace: 'shop' });
    expect(text).toContain('knows no pods (v1)');
    expect(text).toContain('check that the address');
  });

  it('names the proxy, and what the action was doing', () => {
    const error = new KubeError(patchStatus, { kind: 'timed-out', message: 'MESSAGE', maybeActedOn: false });
    const told = explain(error, { ...where, proxy: 'http://proxy.example.com:3128' }, 'promote rollout/web');
    expect(told.message).toContain('(by the proxy http://proxy.example.com:3128)');
    expect(told.parts.asked).toBe(
      'promote rollout/web (patch rollouts.argoproj.io/status "web" in namespace "shop")',
    );
    expect(told.cause).toBe(error);
  });
});
