import { afterEach, describe, expect, it } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { type AccessRule, missingAccess } from '../../src/kube/access.ts';
import { type KubeClient, kubeClient } from '../../src/kube/client.ts';
import { connect } from '../../src/kube/config.ts';
import { renderRole } from '../../src/kube/role.ts';
import { fakeClock } from '../support/fake-clock.ts';
import {
  type Behaviour,
  type KubeServer,
  json,
  kubeconfigText,
  plain,
  startKubeServer,
  status,
} from '../support/kube-server.ts';

const closing: KubeServer[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

async function story(...behaviours: Behaviour[]): Promise<{ server: KubeServer; client: KubeClient }> {
  const server = await startKubeServer({}, ...behaviours);
  closing.push(server);
  const connection = await connect({ kubeconfig: kubeconfigText(server.url), env: {} });
  return {
    server,
    client: kubeClient(connection, { version: '1', clock: fakeClock(), retry: { patienceMs: 0 } }),
  };
}

const rule = (verb: AccessRule['verb'], more: Partial<AccessRule> = {}): AccessRule => ({
  verb,
  group: 'argoproj.io',
  resource: 'rollouts',
  namespace: 'shop',
  why: 'to read the rollout',
  ...more,
});

/** Allows by what is asked, as an authorizer does. */
const allows =
  (...verbs: string[]): Behaviour =>
  (response, heard) => {
    const { spec } = JSON.parse(heard.body) as { spec: { resourceAttributes: { verb: string } } };
    json({ status: { allowed: verbs.includes(spec.resourceAttributes.verb) } }, 201)(response, heard);
  };

describe('missing access', () => {
  it('is what the server does not allow, in the order of the rules', async () => {
    const rules = [
      rule('watch'),
      rule('get', { name: 'web' }),
      rule('patch', { subresource: 'status' }),
      rule('list'),
    ];
    const held: (() => void)[] = [];
    const late: Behaviour = (response, heard) => held.push(() => allows('get')(response, heard));
    // The answers come in another order than the questions.
    const last: Behaviour = (response, heard) => {
      allows('get')(response, heard);
      for (const answer of held.toReversed()) answer();
    };
    const { server, client } = await story(late, late, late, last);
    await expect(missingAccess(client, rules)).resolves.toEqual({
      known: true,
      missing: [rules[0], rules[2], rules[3]],
    });
    expect(server.heard.map(({ method, path }) => `${method} ${path}`)).toEqual(
      rules.map(() => 'POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews'),
    );
    const asked = server.heard.map(
      ({ body }) => (JSON.parse(body) as { spec: { resourceAttributes: object } }).spec.resourceAttributes,
    );
    expect(asked).toContainEqual({
      namespace: 'shop',
      verb: 'patch',
      group: 'argoproj.io',
      resource: 'rollouts',
      subresource: 'status',
    });
    expect(asked).toContainEqual({
      namespace: 'shop',
      verb: 'get',
      group: 'argoproj.io',
      resource: 'rollouts',
      name: 'web',
    });
  });

  it('asks for nothing where nothing is needed', async () => {
    const { server, client } = await story();
    await expect(missingAccess(client, [])).resolves.toEqual({ known: true, missing: [] });
    expect(server.heard).toEqual([]);
  });

  it('is not known where such questions are not allowed', async () => {
    const { client } = await story(status(403, 'Forbidden'));
    await expect(missingAccess(client, [rule('get')])).resolves.toMatchObject({
      known: false,
      error: { kind: 'forbidden' },
    });
  });

  it('is not taken for granted when the server fails', async () => {
    const { client } = await story(plain('x', 500));
    await expect(missingAccess(client, [rule('get')])).rejects.toMatchObject({ kind: 'server' });
  });
});

describe('the role', () => {
  it('is the smallest that grants the rules', () => {
    const rules = [
      rule('get', { name: 'web' }),
      rule('watch', { name: 'web' }),
      rule('patch', { name: 'web', why: 'to set the image' }),
      rule('patch', { name: 'web', subresource: 'status', why: 'to promote' }),
      rule('list', { group: '', resource: 'pods', why: 'to say why it fails' }),
      rule('create', { group: 'batch', resource: 'jobs', name: 'ignored', why: 'to run\nchecks' }),
    ];
    expect(renderRole(rules)).toBe(`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: rollout-conductor
  namespace: shop
rules:
  # to read the rollout
  # to set the image
  - apiGroups: ["argoproj.io"]
    resources: ["rollouts"]
    resourceNames: ["web"]
    verbs: ["get", "watch", "patch"]
  # to promote
  - apiGroups: ["argoproj.io"]
    resources: ["rollouts/status"]
    resourceNames: ["web"]
    verbs: ["patch"]
  # to say why it fails
  - apiGroups: [""]
    resources: ["pods"]
    verbs: ["list"]
  # to run checks
  - apiGroups: ["batch"]
    resources: ["jobs"]
    verbs: ["create"]
`);
  });

  it('is one for each namespace, and a ClusterRole for what is cluster-wide; names stay names', () => {
    const rules = [
      rule('get', { namespace: '1e3' }),
      rule('get', { namespace: 'true' }),
      rule('get', { namespace: undefined }),
    ];
    const roles = parseAllDocuments(renderRole(rules)).map(
      (document) => document.toJS() as { kind: string; metadata: object },
    );
    expect(roles.map(({ kind, metadata }) => ({ kind, metadata }))).toEqual([
      { kind: 'Role', metadata: { name: 'rollout-conductor', namespace: '1e3' } },
      { kind: 'Role', metadata: { name: 'rollout-conductor', namespace: 'true' } },
      { kind: 'ClusterRole', metadata: { name: 'rollout-conductor' } },
    ]);
  });
});
