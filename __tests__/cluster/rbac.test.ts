import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import type { With } from '../support/action.ts';
import { textOf } from '../support/workflow.ts';
import { applyManifests, freshNamespace, type Rule, userKubeconfig } from './support/kubernetes.ts';
import { healthyShop, pausedShop, Shop, v1, v2, v3 } from './support/rollouts.ts';
import { routedShop, routers } from './support/traffic.ts';

/** What the runner says of the workflow; with it a run leaves its annotations on the Rollout. */
const workflowRun = {
  GITHUB_SERVER_URL: 'https://github.test',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '1',
  GITHUB_JOB: 'deploy',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_ACTOR: 'jane',
};

const page = textOf('docs/rbac.md');

/** The rules of the page by what they are for: an operation, or one `with policies`. */
function rulesByUse(block: RegExp, rulesIn: (yaml: string) => Rule[]): ReadonlyMap<string, Rule[]> {
  const blocks = [...page.matchAll(block)];
  return new Map(
    blocks.flatMap(([, titles = '', yaml = '']) =>
      titles.split(', ').map((title): [string, Rule[]] => [title.replaceAll('`', ''), rulesIn(yaml)]),
    ),
  );
}

const roles = rulesByUse(
  /^### (`.+)\n\n```yaml\n([\s\S]*?)^```/gm,
  (yaml) => (parse(yaml) as { rules: Rule[] }).rules,
);
const workloadRoles = rulesByUse(/^(`.+):\n\n```yaml\n([\s\S]*?)^```/gm, (yaml) => parse(yaml) as Rule[]);

const users = new Map<string, Promise<string>>();

/** The kubeconfig of a user who may do what these rules say and no more; the same rules are the same user. */
function userWith({ namespace }: Shop, rules: readonly Rule[]): Promise<string> {
  const key = `${namespace} ${JSON.stringify(rules)}`;
  const known = users.get(key) ?? userKubeconfig(`user-${String(users.size)}`, rules, namespace);
  users.set(key, known);
  return known;
}

/** Runs a step as that user; a use of the page begins with its operation. */
async function stepAs(shop: Shop, use: string, rules: readonly Rule[], inputs: With) {
  const kubeconfig = await userWith(shop, rules);
  const [operation = ''] = use.split(' ');
  return shop.step({ operation, kubeconfig, ...inputs }, workflowRun);
}

/** A canary that takes its pods from a Deployment. */
async function workloadShop(): Promise<Shop> {
  const labels = { app: 'web' };
  const shop = new Shop(await freshNamespace());
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      replicas: 0,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: v1 }] } },
    },
  };
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web' },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      strategy: { canary: { steps: [{ setWeight: 50 }, { pause: {} }] } },
    },
  };
  await applyManifests(shop.namespace, `${stringify(deployment)}---\n${stringify(rollout)}`);
  await shop.until('the first version to be Healthy', ({ status }) => status?.phase === 'Healthy');
  return shop;
}

/** One Rollout and every use of the page, each as its own user, and how it ends. */
const story: readonly (readonly [use: string, inputs: With, ended: string])[] = [
  ['deploy', { image: v2 }, 'paused (gate)'],
  ['status', {}, 'paused (read)'],
  ['pause', {}, 'paused (requested)'],
  ['resume', {}, 'paused (requested)'],
  ['promote', { expect: 'any' }, 'healthy (completed)'],
  ['follow', { image: v2 }, 'healthy (completed)'],
  ['deploy', { image: v3 }, 'paused (gate)'],
  ['abort', {}, 'aborted (requested)'],
  ['retry', {}, 'paused (gate)'],
  ['rollback', {}, 'rolled-back (requested)'],
  ['deploy', { image: v3 }, 'paused (gate)'],
  ['promote-full', { image: v3 }, 'healthy (completed)'],
  ['deploy', { image: v1 }, 'paused (gate)'],
  ['follow with policies', { image: v1, 'on-pause': 'promote' }, 'healthy (completed)'],
];

describe('the Roles of docs/rbac.md', () => {
  it('are for everything that a Rollout can be asked', () => {
    const uses = new Set([...story.map(([use]) => use), 'restart']);
    expect(new Set(roles.keys())).toEqual(uses);
    expect(new Set(workloadRoles.keys())).toEqual(uses);
  });

  it.concurrent.each<[string, () => Promise<Shop>, (use: string) => readonly Rule[], ended: string]>([
    [
      'with traffic routing',
      () => routedShop(routers.nginx),
      (use) => roles.get(use) ?? [],
      'healthy (requested)',
    ],
    [
      'that takes its pods from a Deployment',
      workloadShop,
      (use) => [...(roles.get(use) ?? []), ...(workloadRoles.get(use) ?? [])],
      // The restart of a workload is a release of its own.
      'paused (gate)',
    ],
  ])(
    'let each operation do its work on a Rollout %s, and no notice asks for more',
    async (_, open, rulesOf, restarted) => {
      const shop = await open();
      for (const [use, inputs, expected] of [...story, ['restart', {}, restarted] as const]) {
        const { log, outputs } = await stepAs(shop, use, rulesOf(use), inputs);
        const { ended = '', reason = '' } = outputs;
        const notices = log.match(/^::(notice|warning|error)::.*/gm);
        expect([use, `${ended} (${reason})`, notices]).toEqual([use, expected, null]);
      }
    },
  );
});

/** The verbs that a Rule set has to have, each as `verb resource`. */
const read = ['get rollouts', 'get replicasets'];
const edit = [...read, 'patch rollouts'];
const act = [...edit, 'patch rollouts/status'];

/** The rules without one verb on one resource. */
function without(rules: readonly Rule[], [verb, resource]: readonly [string, string]): Rule[] {
  return rules
    .map((rule) =>
      rule.resources.includes(resource)
        ? { ...rule, verbs: rule.verbs.filter((other) => other !== verb) }
        : rule,
    )
    .filter(({ verbs }) => verbs.length > 0);
}

/** The Role in the error of a step, as YAML that `kubectl apply` would take. */
function printedRole(log: string): { kind?: string; rules: Rule[] } {
  const error = /^::error::(.*)$/m.exec(log)?.[1] ?? '';
  const text = error.replaceAll('%0A', '\n').replaceAll('%25', '%');
  return parse(text.slice(text.indexOf('apiVersion: rbac'))) as { kind?: string; rules: Rule[] };
}

/** Runs a step without each of these rights in turn; nothing may change, and the Role that is needed is told. */
async function expectRefusals(
  shop: Shop,
  use: string,
  rules: readonly Rule[],
  needed: readonly string[],
  inputs: With = {},
): Promise<void> {
  const { metadata } = await shop.rollout();
  const refusals = needed.map(async (missing) => {
    const [verb = '', resource = ''] = missing.split(' ');
    const { code, log, outputs } = await stepAs(shop, use, without(rules, [verb, resource]), inputs);
    const { ended = '', reason = '' } = outputs;
    const role = printedRole(log);
    const granted = role.rules.filter(({ resources }) => resources.includes(resource));
    return {
      missing: `${use}: ${missing}`,
      how: `${String(code)} ${ended} (${reason})`,
      told: log.includes(`- ${verb} ${resource}.`) && log.includes('nothing was changed'),
      granted: role.kind === 'Role' && granted.some(({ verbs }) => verbs.includes(verb)),
    };
  });
  expect(await Promise.all(refusals)).toEqual(
    needed.map((missing) => ({
      missing: `${use}: ${missing}`,
      how: '1 refused (forbidden)',
      told: true,
      granted: true,
    })),
  );
  expect((await shop.rollout()).metadata.resourceVersion).toBe(metadata.resourceVersion);
}

describe('a user who lacks one rule that is required', () => {
  const rulesOf = (use: string): Rule[] => roles.get(use) ?? [];

  it.concurrent('is refused before anything is changed, at a gate', async () => {
    const { shop } = await pausedShop();
    await expectRefusals(shop, 'deploy', rulesOf('deploy'), act, { image: v3 });
    for (const use of ['promote', 'promote-full', 'abort', 'rollback', 'restart'])
      await expectRefusals(shop, use, rulesOf(use), act, use.startsWith('promote') ? { expect: 'any' } : {});
    await expectRefusals(shop, 'pause', rulesOf('pause'), edit);
    const promotes = { 'on-pause': 'promote', 'on-failure': 'rollback' };
    await expectRefusals(shop, 'follow with policies', rulesOf('follow with policies'), act, promotes);
    for (const use of ['status', 'follow'])
      await expectRefusals(shop, use, rulesOf(use), ['get replicasets']);
  });

  it.concurrent('is refused before anything is changed, after an abort', async () => {
    const { shop } = await pausedShop();
    await shop.step({ operation: 'abort' });
    const needed = [...read, 'patch rollouts/status'];
    await expectRefusals(shop, 'retry', rulesOf('retry'), needed);
    await expectRefusals(shop, 'retry', rulesOf('retry'), ['patch rollouts'], { 'on-cancel': 'pause' });
  });

  it.concurrent('is refused before anything is changed, while it is held', async () => {
    const shop = await healthyShop();
    await shop.step({ operation: 'pause' });
    await expectRefusals(shop, 'resume', rulesOf('resume'), edit);
  });

  it.concurrent(
    'is refused before anything is changed, on the Deployment that has the pod template',
    async () => {
      const shop = await workloadShop();
      const rules = (use: string): Rule[] => [...rulesOf(use), ...(workloadRoles.get(use) ?? [])];
      const needed = ['get deployments', 'patch deployments'];
      await expectRefusals(shop, 'deploy', rules('deploy'), needed, { image: v2 });
      await expectRefusals(shop, 'restart', rules('restart'), needed);
      await expectRefusals(shop, 'rollback', rules('rollback'), needed);
      await expectRefusals(shop, 'status', rules('status'), ['get deployments']);
    },
  );
});
