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
  return openWith(`- name: a\n  provider:\n    web:\n      url: ${url}\n`, strict, args);
}

function openWith(text: string, client: KubeClient, args = ''): OpenChecks {
  const plan = { checks: read(text, { args }) } as Plan;
  const setting = { ...sceneOf({ client }), target: 'rollout/web', namespace: 'shop', runUrl: '', sha: '' };
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

  it('is that a template of the cluster comes to an end where it is waited for', async () => {
    const ofTemplate = (when: string, metric: object): Promise<void> => {
      const template = { kind: 'AnalysisTemplate', metadata: { name: 't' }, spec: { metrics: [metric] } };
      const client = { get: () => Promise.resolve(template) } as unknown as KubeClient;
      return openWith(`- templateName: t\n  when: ${when}\n`, client).verify(new AbortController().signal);
    };
    const endless = { name: 'a', interval: '30s' };
    await expect(ofTemplate('pause', endless)).rejects.toThrow(/t would never end .*without count \(a\)/);
    await expect(ofTemplate('healthy', { ...endless, count: 0 })).rejects.toThrow('would never end');
    await ofTemplate('background', endless);
    await ofTemplate('pause', { ...endless, count: '3' });
    await ofTemplate('pause', { ...endless, consecutiveSuccessLimit: 3 });
    await ofTemplate('pause', { name: 'a' });
  });

  it('says nothing of a name that only the cluster knows', async () => {
    await expect(verified('http://{{args.preview-service}}:8080/')).resolves.toBeUndefined();
  });
});
