import type { Answer } from './scripted-server.ts';
import { type ScriptedMetric, type Story, value, values, web } from './story.ts';

const conditions = { successCondition: 'result >= 0.95', failureCondition: 'result < 0.6' };

function metric(name: string, script: readonly Answer[], fields: object = {}): ScriptedMetric {
  return { name, provider: web(), fields: { ...conditions, ...fields }, script };
}

const broken: Answer = { status: 500 };
const late = (given: number, after: number): readonly Answer[] => [{ ...value(given), after }];
const every = { interval: '3s' };

/** Several metrics beside each other. */
export const severalStories: readonly Story[] = [
  {
    name: 'all succeed',
    is: 'Successful',
    metrics: [
      metric('one', values(0.99), { ...every, count: 2 }),
      metric('other', values(0.97), { initialDelay: '1s' }),
    ],
  },
  {
    name: 'one fails, and ends what goes on without a count',
    is: 'Failed',
    metrics: [
      metric('steady', values(0.99), every),
      metric('failing', values(0.99, 0.99, 0.1), { ...every, count: 5 }),
    ],
  },
  {
    name: 'one fails before the other begins',
    is: 'Failed',
    metrics: [metric('late', values(0.99), { initialDelay: '1m' }), metric('failing', values(0.1))],
  },
  {
    name: 'one is inconclusive while the other is asked, and fails',
    is: 'Failed',
    metrics: [metric('unsure', values(0.8)), metric('failing', late(0.1, 600))],
  },
  {
    name: 'one has an error while the other is asked, and is inconclusive',
    is: 'Error',
    metrics: [metric('unsure', late(0.8, 300)), metric('broken', [broken], { consecutiveErrorLimit: 0 })],
  },
  {
    name: 'both fail at once: the message names the first',
    is: 'Failed',
    metrics: [metric('one', late(0.1, 200)), metric('other', values(0.2))],
  },
  {
    name: 'one that failed and one that succeeded',
    is: 'Failed',
    metrics: [metric('good', values(0.99)), metric('bad', late(0.1, 200))],
  },
  {
    name: 'a dry run that fails beside a success',
    is: 'Successful',
    metrics: [metric('dry', values(0.1)), metric('real', values(0.99), { ...every, count: 2 })],
    around: { dryRun: [{ metricName: 'dry' }] },
  },
  {
    name: 'dry runs by a pattern, and nothing else',
    is: 'Successful',
    metrics: [metric('dry-one', values(0.1)), metric('dry-two', [broken], { consecutiveErrorLimit: 0 })],
    around: { dryRun: [{ metricName: 'dry.*' }] },
  },
  {
    name: 'a dry run beside a failure',
    is: 'Failed',
    metrics: [metric('dry', values(0.8)), metric('real', values(0.1))],
    around: { dryRun: [{ metricName: 'dry' }] },
  },
  {
    name: 'as few measurements as are kept',
    is: 'Successful',
    metrics: [metric('many', values(0.99, 0.98, 0.97, 0.96), { ...every, count: 4 })],
    around: { measurementRetention: [{ metricName: 'many', limit: 2 }] },
  },
  {
    name: 'args in conditions and limits',
    is: 'Failed',
    metrics: [
      metric('args', values(0.96, 0.96, 0.99), {
        successCondition: 'result >= {{args.threshold}}',
        failureCondition: 'result < {{ args.threshold }}',
        failureLimit: '{{args.failures}}',
        count: 3,
        interval: '{{args.interval}}',
      }),
    ],
    around: {
      args: [
        { name: 'threshold', value: '0.98' },
        { name: 'failures', value: '1' },
        { name: 'interval', value: '3s' },
      ],
    },
  },
];
