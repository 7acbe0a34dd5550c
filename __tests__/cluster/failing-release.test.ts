import { describe, expect, it } from '@jest/globals';
import { applyManifests, freshNamespace } from './support/kubernetes.ts';
import { podQuota, refusePods } from './support/obstacles.ts';
import { rolloutManifest, Shop, v1, v2 } from './support/rollouts.ts';

const web = (mode: string): string => `registry.test/web:2-${mode}`;
const settings = { envFrom: [{ configMapRef: { name: 'settings' } }] };
const secret = { env: [{ name: 'URL', valueFrom: { secretKeyRef: { name: 'database', key: 'url' } } }] };
const probe = { readinessProbe: { httpGet: { path: '/ready', port: 8080 } } };
const volumes = [{ name: 'certificates', secret: { secretName: 'tls' } }];
const migrate = { name: 'migrate', image: 'registry.test/migrate:1' };

/** A way for pods to fail, and what a run says of it. */
interface Row {
  readonly image: string;
  /** Merged into the container, and into the spec of the pod. */
  readonly container?: object;
  readonly pod?: object;
  /** Comes after the first version is Healthy. */
  readonly obstacle?: (namespace: string) => Promise<unknown>;
  readonly says: readonly [problem: RegExp, evidence: RegExp, advice: RegExp];
}

const rows: Readonly<Record<string, Row>> = {
  'an image that is not there': {
    image: web('badpull'),
    says: [
      /The only pod cannot pull registry\.test\/web:2-badpull: not found/,
      /waiting, (ErrImagePull|ImagePullBackOff): /,
      /Push the image, or correct its name and tag/,
    ],
  },
  'an image that the registry hides': {
    image: web('denied'),
    says: [/cannot pull registry\.test\/web:2-denied/, /pull access denied/, /imagePullSecret/],
  },
  'an image name that is none': {
    image: 'registry.test/team/Web:2',
    says: [/registry\.test\/team\/Web:2/, /must be lowercase/, /[Cc]orrect/],
  },
  'a ConfigMap that is not there': {
    image: web('noconfig'),
    container: settings,
    says: [
      /cannot start: configmap "settings" not found/,
      /CreateContainerConfigError/,
      /Apply the ConfigMap/,
    ],
  },
  'a key that is not in its Secret': {
    image: web('nokey'),
    container: secret,
    says: [/cannot start: couldn't find key url in Secret/, /CreateContainerConfigError/, /with its keys/],
  },
  'a volume that cannot be mounted': {
    image: web('novolume'),
    pod: { volumes },
    says: [/volume/, /event FailedMount: .*secret "tls" not found/, /[Aa]pply|[Cc]reate/],
  },
  'a program that is not in the image': {
    image: web('badstart'),
    says: [/The only pod/, /StartError/, /./],
  },
  'an image for other machines': {
    image: web('badarch'),
    container: { name: 'wrong-arch' },
    says: [/The only pod/, /exec format error/, /./],
  },
  'a program that crashes': {
    image: web('crash'),
    says: [
      /crashed \(exit code 1\)/,
      /log: .*cannot reach the database: connection refused/,
      /last lines of its log/,
    ],
  },
  'too little memory': {
    image: web('oom'),
    container: { resources: { limits: { memory: '64Mi' } } },
    says: [/ran out of memory \(OOMKilled, limit 64Mi\)/, /exit code 137/, /Raise the memory limit/],
  },
  'a probe that fails': {
    image: web('notready'),
    container: probe,
    says: [
      /did not pass the readiness probe in \d+s \(http GET :8080\/ready\)/,
      /statuscode: 503/,
      /answers the probe/,
    ],
  },
  'an init container that crashes': {
    image: 'migrate=registry.test/migrate:2-crash',
    pod: { initContainers: [migrate] },
    says: [/migrate/, /exit code 1/, /log/],
  },
  'a quota that is full': {
    image: v2,
    obstacle: (namespace) => podQuota(namespace, 2),
    says: [/cannot be created: exceeded quota: small/, /FailedCreate/, /Raise the ResourceQuota/],
  },
  'a policy that refuses its pods': {
    image: v2,
    obstacle: (namespace) => refusePods(namespace, v2, 'images come signed or not at all'),
    says: [/cannot be created: .*images come signed or not at all/, /FailedCreate/, /change the policy/],
  },
};

async function shopOf({ container, pod, obstacle }: Row): Promise<Shop> {
  const shop = new Shop(await freshNamespace());
  const containers = [{ name: 'web', image: v1, ...container }];
  const template = { metadata: { labels: { app: 'web' } }, spec: { containers, ...pod } };
  await applyManifests(shop.namespace, rolloutManifest({ spec: { template } }));
  await shop.until('the first version to be Healthy', ({ status }) => status?.phase === 'Healthy');
  await obstacle?.(shop.namespace);
  return shop;
}

describe('a release whose pods do not become ready', () => {
  it.concurrent.each(Object.entries(rows))(
    'because of %s is diagnosed within seconds, in log and summary',
    async (_, row) => {
      const shop = await shopOf(row);
      const run = shop.start({ image: row.image, 'on-pause': 'wait' });
      const [problem, evidence, advice] = row.says;
      await run.logged(new RegExp(`✖ .*${problem.source}`));
      run.cancel();
      const { log, summary } = await run.result;
      for (const told of [log, summary.slice(summary.indexOf('### Pods'))]) {
        expect(told).toMatch(problem);
        expect(told).toMatch(evidence);
        expect(told).toMatch(advice);
      }
    },
  );
});
