import { describe, expect, it } from '@jest/globals';
import type { KubeClient } from '../../src/kube/client.ts';
import { type OpenChecks, openChecks } from '../../src/checks/open.ts';
import type { Plan } from '../../src/plan.ts';
import { sceneOf } from './contract/scene.ts';
import { read } from './read.ts';

/** Allows nothing. */
const strict = { create: () => Promise.resolve({ status: { allowed: false } }) } as unknown as KubeClient;

/** The check of such an address, opened. */
function opened(url: string, args = ''): OpenChecks {
  const checks = read(`- name: a\n  provider:\n    web:\n      url: ${url}\n`, { args });
  const plan = { checks } as Plan;
  const setting = {
    ...sceneOf({ client: strict }),
    target: 'rollout/web',
    namespace: 'shop',
    runUrl: '',
    sha: '',
  };
  return openChecks(plan, setting);
}

/** Which Services a check at this address has to be allowed, `NAMESPACE/SERVICE:PORT`. */
function servicesOf(url: string, args = ''): readonly string[] {
  return opened(url, args).access.map(({ namespace, name }) => `${String(namespace)}/${String(name)}`);
}

describe('what checks have to be allowed, before the cluster is asked', () => {
  it.each([
    ['http://web.other.svc:8080/', ['other/web:8080']],
    ['http://{{args.name}}-preview.{{args.namespace}}.svc/{{args.pod-hash}}', ['shop/web-preview:80']],
    ['http://{{args.preview-service}}.{{args.namespace}}.svc/', []],
    ['https://web.example.com/', []],
  ])('%s: %j', (url, services) => {
    expect(servicesOf(url)).toEqual(services);
  });

  it('takes the args that are given', () => {
    expect(servicesOf('http://{{args.service}}.{{args.namespace}}.svc/', 'service=api')).toEqual([
      'shop/api:80',
    ]);
  });
});

describe('what is made sure of before the first write', () => {
  const verified = (url: string): Promise<void> => opened(url).verify(new AbortController().signal);

  it('is that a name which does not resolve may be asked as a Service', async () => {
    await expect(verified('http://no-such-name:8080/')).rejects.toThrow(
      /no-such-name does not resolve in DNS[^]*services\/proxy[^]*no-such-name:8080/,
    );
  });

  it('says nothing of a name that only the cluster knows', async () => {
    await expect(verified('http://{{args.preview-service}}:8080/')).resolves.toBeUndefined();
  });
});
