import { startCluster, type Stored } from './cluster.ts';
import { type ProviderFixture, SECRET } from './fixture.ts';

/** A Job of one container; its image says how it fares. */
function jobOf(image: string, more: object = {}, container: object = {}): object {
  const containers = [{ name: 'smoke', image, ...container }];
  return { spec: { template: { spec: { restartPolicy: 'Never', containers } }, ...more } };
}

interface JobSpec {
  readonly template: { readonly spec: { readonly containers: readonly { readonly image: string }[] } };
}

function imageOf({ spec }: Stored): string {
  return (spec as unknown as JobSpec).template.spec.containers[0]?.image ?? '';
}

function statusOf(made: Stored): { readonly conditions: readonly object[] } | undefined {
  const image = imageOf(made);
  if (image === 'endless') return undefined;
  const type = image === 'fails' ? 'Failed' : 'Complete';
  return { conditions: [{ type, status: 'True', reason: 'Told', message: `it said ${SECRET}` }] };
}

/** A pod of every Job, which ended with a log that holds the secret. */
function there(path: string, made: readonly Stored[]): unknown {
  if (path.endsWith('/log')) return `beginning\ntoken=${SECRET}\n`;
  if (!path.endsWith('/pods')) return { metadata: {}, items: [] };
  const items = made.map((owner) => ({
    metadata: { name: 'smoke-x', namespace: 'shop', ownerReferences: [{ uid: owner.metadata.uid }] },
    spec: { containers: [{ name: 'smoke' }] },
    status: { phase: 'Running', containerStatuses: [{ name: 'smoke', state: {} }] },
  }));
  return { metadata: {}, items };
}

/** What the contract suite measures with `job`. */
export const jobFixture: ProviderFixture = {
  right: [
    jobOf('registry.test/smoke:1'),
    {
      metadata: { labels: { team: 'shop' }, annotations: { note: 'text' } },
      ...jobOf('registry.test/smoke:1', {
        backoffLimit: 0,
        activeDeadlineSeconds: 60,
        ttlSecondsAfterFinished: 0,
      }),
    },
  ],
  wrong: [
    { raw: undefined, at: [[]] },
    { raw: 'job', at: [[]] },
    { raw: {}, at: [['spec']] },
    { raw: { spec: {} }, at: [['spec', 'template']] },
    { raw: { spec: { template: {} } }, at: [['spec', 'template', 'spec']] },
    {
      raw: { spec: { template: { spec: {} } } },
      at: [
        ['spec', 'template', 'spec', 'restartPolicy'],
        ['spec', 'template', 'spec', 'containers'],
      ],
    },
    {
      raw: { spec: { template: { spec: { restartPolicy: 'Always', containers: [{ name: 'a' }, 'b'] } } } },
      at: [
        ['spec', 'template', 'spec', 'restartPolicy'],
        ['spec', 'template', 'spec', 'containers', 0, 'image'],
        ['spec', 'template', 'spec', 'containers', 1],
      ],
    },
    {
      raw: { ...jobOf('a', { backoffLimit: '3', activeDeadlineSeconds: 1.5 }), kind: 'Job' },
      at: [['kind'], ['spec', 'backoffLimit'], ['spec', 'activeDeadlineSeconds']],
    },
    {
      raw: { metadata: { name: 'mine', labels: { a: 1 }, annotations: [] }, ...jobOf('a') },
      at: [
        ['metadata', 'name'],
        ['metadata', 'labels', 'a'],
        ['metadata', 'annotations'],
      ],
    },
  ],
  async open() {
    const cluster = await startCluster({
      plural: 'jobs',
      status: statusOf,
      // A failed one is left for people to look at, and does nothing any more.
      isAtWork: (made) => imageOf(made) !== 'fails',
      // As a server that says which value is wrong.
      refusal: (body) => (body.includes('refused') ? `Invalid value: "${SECRET}"` : undefined),
      there,
    });
    const env = [{ name: 'TOKEN', value: SECRET }];
    return {
      scene: cluster.scene,
      answered: { raw: jobOf('succeeds'), gives: { verdict: 'Successful' } },
      secretive: [jobOf('fails', {}, { env }), jobOf('succeeds', {}, { env }), jobOf('refused', {}, { env })],
      endless: { raw: jobOf('endless'), begun: () => cluster.watched },
      late: { raw: jobOf('endless', { activeDeadlineSeconds: 1 }), withinMs: 3_000 },
      left: () => cluster.left(),
      close: () => cluster.close(),
    };
  },
};
