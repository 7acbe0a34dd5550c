import { startCluster, type Stored } from './cluster.ts';
import { type ProviderFixture, SECRET } from './fixture.ts';

/** The AnalysisTemplates of this cluster by name; each declares the arg it is given. */
const templates: Readonly<Record<string, object>> = Object.fromEntries(
  ['good', 'silent'].map((name) => [
    name,
    {
      metadata: { name, uid: `uid-${name}` },
      spec: {
        args: [{ name: 'service', value: 'web' }],
        metrics: [{ name, provider: { web: { url: `http://web.test/?token=${SECRET}` } } }],
      },
    },
  ]),
);

/** What becomes of the run of a template: as its metric is called. */
function statusOf({ spec }: Stored): object | undefined {
  const [metric] = spec['metrics'] as readonly { readonly name: string }[];
  if (metric?.name === 'silent') return undefined;
  const measurements = [{ phase: 'Successful', value: `{"said":"${SECRET}"}`, message: SECRET }];
  const result = {
    name: metric?.name,
    phase: 'Successful',
    count: 1,
    successful: 1,
    measurements,
    message: SECRET,
  };
  return { phase: 'Successful', message: `it said ${SECRET}`, metricResults: [result] };
}

/** What the contract suite measures with `analysisTemplate`. */
export const analysisTemplateFixture: ProviderFixture = {
  right: [
    { templateName: 'success-rate' },
    {
      templateName: 'latency',
      clusterScope: true,
      args: [
        { name: 'service', value: 'web' },
        { name: 'token', valueFrom: { secretKeyRef: { name: 'metrics', key: 'token' } } },
      ],
    },
  ],
  wrong: [
    { raw: undefined, at: [[]] },
    { raw: 'success-rate', at: [[]] },
    { raw: {}, at: [['templateName']] },
    {
      raw: { templateName: 7, clusterScope: 'yes', args: {}, interval: '10s' },
      at: [['interval'], ['templateName'], ['clusterScope'], ['args']],
    },
    {
      raw: { templateName: 'a', args: ['service', { value: 'web' }, { name: 'b' }, { name: 'b', value: 5 }] },
      at: [['args', 0], ['args', 1, 'name'], ['args', 2, 'value'], ['args', 3, 'value'], ['args']],
    },
    {
      raw: {
        templateName: 'a',
        args: [
          { name: 'a', value: 'b', valueFrom: { secretKeyRef: { name: 'c', key: 'd' } } },
          { name: 'b', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
          { name: 'c', valueFrom: { secretKeyRef: { name: 'c' } } },
        ],
      },
      at: [
        ['args', 0, 'value'],
        ['args', 1, 'valueFrom', 'fieldRef'],
        ['args', 1, 'valueFrom', 'secretKeyRef'],
        ['args', 2, 'valueFrom', 'secretKeyRef', 'key'],
      ],
    },
  ],
  async open() {
    const cluster = await startCluster({
      plural: 'analysisruns',
      status: (made) => statusOf(made) as Readonly<Record<string, unknown>> | undefined,
      isAtWork: ({ spec, status }) => spec['terminate'] !== true && status === undefined,
      there: (path) => templates[path.split('/').at(-1) ?? ''],
    });
    return {
      scene: cluster.scene,
      answered: { raw: { templateName: 'good' }, gives: { verdict: 'Successful' } },
      secretive: [
        { templateName: 'good' },
        { templateName: 'good', args: [{ name: 'service', value: SECRET }] },
      ],
      endless: { raw: { templateName: 'silent' }, begun: () => cluster.watched },
      late: { raw: { templateName: 'silent' }, withinMs: 3_000 },
      left: () => cluster.left(),
      close: () => cluster.close(),
    };
  },
};
