/** What docs/rbac.md says of checks: the rules that each kind of them asks for, from the providers themselves. */
import { type ProviderName, providers } from '../src/checks/index.ts';
import type { Provider } from '../src/checks/provider.ts';
import { secretAccess } from '../src/checks/sources.ts';
import type { AccessRule } from '../src/kube/access.ts';
import { renderRules } from '../src/kube/role.ts';
import { codeBlock } from './markdown.ts';

const namespace = 'shop';

/** A check that needs rules, in words, and what stands under the key of its provider. */
interface Sample {
  readonly title: string;
  readonly spec: unknown;
}

const pod = { restartPolicy: 'Never', containers: [{ name: 'tests', image: 'ghcr.io/acme/tests:1' }] };

/** None for a provider that asks nothing of the cluster. */
const samples: Readonly<Record<ProviderName, readonly Sample[]>> = {
  web: [
    {
      title:
        'A check with `provider.web` whose `url` is in the cluster, such as `http://web-preview.shop.svc`',
      spec: { url: 'http://web-preview.shop.svc/health' },
    },
  ],
  prometheus: [
    {
      title:
        'A check with `provider.prometheus` whose `address` is in the cluster, such as `http://prometheus.monitoring.svc:9090`',
      spec: { address: 'http://prometheus.monitoring.svc:9090', query: 'up' },
    },
  ],
  job: [{ title: 'A check with `provider.job`', spec: { spec: { template: { spec: pod } } } }],
  analysisTemplate: [
    { title: 'An entry `templateName: latency`', spec: { templateName: 'latency' } },
    {
      title: 'An entry `templateName: latency` with `clusterScope: true`',
      spec: { templateName: 'latency', clusterScope: true },
    },
  ],
  command: [],
  github: [],
  kubernetes: [
    {
      title: 'A check with `provider.kubernetes` that lists pods',
      spec: { resource: 'pods', labelSelector: 'app=web', jsonPath: '{.items[*].status.phase}' },
    },
    {
      title: 'A check with `provider.kubernetes` that reads one Service',
      spec: { resource: 'services', name: 'web', jsonPath: '{.spec.type}' },
    },
  ],
};

function rulesOf(name: ProviderName, { title, spec }: Sample): readonly AccessRule[] {
  const provider: Provider = providers[name];
  const read = provider.parse(spec, (path, what) => {
    throw new Error(`${title}: ${path.join('.')} ${what}`);
  });
  const rules = provider.access(read, namespace);
  if (rules.length === 0) throw new Error(`${title} needs no rule.`);
  return rules;
}

/** Each kind of check with its rules. */
const parts: readonly (readonly [title: string, rules: readonly AccessRule[]])[] = [
  ...(Object.keys(samples) as ProviderName[]).flatMap((name) =>
    samples[name].map((sample): [string, readonly AccessRule[]] => [sample.title, rulesOf(name, sample)]),
  ),
  [
    'An arg with `secretKeyRef`',
    secretAccess(new Map([['token', { kind: 'secret', name: 'smoke-test', key: 'token' }]]), namespace),
  ],
];

/** The rules of all checks, for what may be left out. */
export const checkAccess: readonly AccessRule[] = parts.flatMap(([, rules]) => rules);

/** The rules to add for each kind of check: those of a namespace, and those that need a ClusterRole. */
export function checkRules(): string {
  return parts.map(([title, rules]) => `${title}:\n\n${blocks(rules)}`).join('\n\n');
}

function blocks(rules: readonly AccessRule[]): string {
  const byNamespace = [...Map.groupBy(rules, (rule) => rule.namespace)];
  const block = (some: readonly AccessRule[]): string => codeBlock(renderRules(some).join('\n'));
  return byNamespace
    .toSorted(([one], [other]) => Number(one !== namespace) - Number(other !== namespace))
    .map(([of, some]) => {
      if (of === namespace) return block(some);
      return `${of === undefined ? 'In a ClusterRole' : `In a Role of the namespace \`${of}\``}:\n\n${block(some)}`;
    })
    .join('\n\n');
}
