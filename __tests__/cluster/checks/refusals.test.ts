import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runAction } from '../../support/action.ts';
import { makeFolder } from '../../support/folder.ts';
import { applyManifests, getObject, type KubernetesObject, userKubeconfig } from '../support/kubernetes.ts';
import { machineAddress, serve } from '../support/in-cluster.ts';
import { healthyShop, type Shop, v1, v2 } from '../support/rollouts.ts';

type Versioned = KubernetesObject;

/** Runs a step that must be refused, and makes sure that the Rollout was not written. */
async function refused(
  shop: Shop,
  inputs: Parameters<Shop['step']>[0],
  env?: NodeJS.ProcessEnv,
): Promise<string> {
  const version = async (): Promise<string> =>
    (await getObject<Versioned>(shop.namespace, 'rollout', 'web')).metadata.resourceVersion;
  const before = await version();
  const { code, outputs, log } = await shop.step({ image: v2, ...inputs }, env);
  expect({ code, ended: outputs['ended'] }).toEqual({ code: 1, ended: 'refused' });
  expect(await version()).toBe(before);
  return log;
}

const smoke = '- name: smoke\n  provider: { command: { run: "true" } }\n';

describe('before anything is changed, a step refuses', () => {
  it('checks that fit no gate of the strategy', async () => {
    const shop = await healthyShop({ steps: [{ setWeight: 50 }, { pause: { duration: '5s' } }] });
    expect(await refused(shop, { checks: smoke })).toContain(
      'smoke is to be measured at gates, and the strategy has none.',
    );
    const gated = await healthyShop({
      steps: [{ setWeight: 50 }, { pause: { duration: '5s' } }, { pause: {} }],
    });
    const log = await refused(gated, { checks: `${smoke}  steps: [1, 2]\n` });
    expect(log).toContain('names step 1, which is a timed pause (pause 5s): the controller does not wait');
    expect(log).not.toContain('step 2, which');
  });

  it('mistakes in a file, all at once, each with its place', async () => {
    const shop = await healthyShop();
    const folder = await makeFolder();
    writeFileSync(
      join(folder.path, 'checks.yaml'),
      [
        'metrics:',
        '  - name: rate',
        '    interval: soon',
        '    count: 3',
        '    successCondition: result[0] => 0.95',
        '    provider:',
        '      prometheus:',
        '        address: http://prometheus:9090',
        '        query: sum(rate(errors{pod="{{args.pod}}"}[1m]))',
        '  - name: dog',
        '    provider:',
        '      datadog: { query: x }',
      ].join('\n'),
    );
    try {
      const log = await refused(shop, { checks: 'checks.yaml' }, { GITHUB_WORKSPACE: folder.path });
      for (const place of ['checks.yaml:3:', 'checks.yaml:5:', 'checks.yaml:9:', 'checks.yaml:12:'])
        expect(log).toContain(place);
      expect(log).toContain('templateName');
    } finally {
      await folder.remove();
    }
  });

  it('an AnalysisTemplate that is not there', async () => {
    const shop = await healthyShop();
    const log = await refused(shop, { checks: '- templateName: latency\n' });
    expect(log).toContain('latency');
  });

  it('a Job that its credentials may not make, with the Role that is missing', async () => {
    const shop = await healthyShop();
    const kubeconfig = await userKubeconfig(
      'no-jobs',
      [
        { apiGroups: ['argoproj.io'], resources: ['rollouts', 'rollouts/status'], verbs: ['*'] },
        { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['get', 'list'] },
      ],
      shop.namespace,
    );
    const checks = `
      - name: e2e
        provider:
          job:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers: [{ name: e2e, image: registry.test/e2e:1 }]`;
    const log = await refused(shop, { checks, kubeconfig });
    expect(log).toContain('create jobs.batch');
  });
});

describe('checks are read without a cluster', () => {
  it('in a dry run, so that a file can be tried anywhere', async () => {
    const { code, log } = await runAction({
      target: 'rollout/web',
      image: v1,
      'dry-run': 'true',
      kubeconfig: '/nowhere',
      checks: '- name: smoke\n  provider: { web: { url: 7 } }\n',
    });
    expect(code).toBe(1);
    expect(log).toContain('line 2, column');
  });
});

describe('a secret of a check', () => {
  it('is sent, and stands in nothing that the step writes', async () => {
    const shop = await healthyShop();
    const secret = 'tok-3n-of-the-app';
    const seen: string[] = [];
    const port = await serve((request, response) => {
      seen.push(String(request.headers['x-token']));
      response.writeHead(500).end(`wrong token ${secret}`);
    });
    await applyManifests(
      shop.namespace,
      `apiVersion: v1\nkind: Secret\nmetadata: { name: app }\nstringData: { token: ${secret} }\n`,
    );
    const checks = `
      args:
        - name: token
          valueFrom: { secretKeyRef: { name: app, key: token } }
      metrics:
        - name: smoke
          consecutiveErrorLimit: 0
          provider:
            web:
              url: http://${machineAddress()}:${String(port)}/?token={{args.token}}
              headers: [{ key: X-Token, value: "{{args.token}}" }]`;
    const { code, log, summary, outputs, state } = await shop.step({ image: v2, checks });
    expect(code).toBe(1);
    expect(seen).toEqual([secret]);
    expect(outputs['reason']).toBe('checks-failed');
    // The runner takes the line that hides it for itself.
    const shown = log.replaceAll(/^::add-mask::.*$/gm, '');
    for (const text of [shown, summary, JSON.stringify(outputs), JSON.stringify(state)])
      expect(text).not.toContain(secret);
  });
});
