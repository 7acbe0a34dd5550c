/** The JSON Schema of files for the input `checks`: what an editor can know of them. */
import { whens } from '../src/checks/check.ts';
import type {
  argFields,
  argOrigins,
  metricFields,
  ownFields,
  analysisSpecFields,
  templateFields,
  templateRefFields,
} from '../src/checks/reading/fields.ts';
import { dryRunFields, retentionFields, secretFields } from '../src/checks/reading/fields.ts';
import { type ProviderName, providers } from '../src/checks/index.ts';
import { providerSchemas } from './provider-schemas.ts';
import { fields, flag, list, number, type Schema, text } from './schema-forms.ts';

const withUnit = 'A number with a unit, such as 90s, 5m or 1h30m.';
const duration: Schema = {
  type: 'string',
  pattern: '^(0|((\\d+\\.?\\d*|\\.\\d+)(h|ms|m|s))+|.*\\{\\{.*)$',
  description: withUnit,
};
const condition: Schema = {
  type: 'string',
  minLength: 1,
  description: 'An expression over `result`, in quotes where it begins with ! or >.',
};

const metric: Readonly<Record<(typeof metricFields)[number], Schema>> = {
  name: { ...text, description: 'The name of the metric, once in the file.' },
  interval: { ...duration, description: `Time between measurements. ${withUnit}` },
  initialDelay: { ...duration, description: `Time before the first measurement. ${withUnit}` },
  count: { ...number(0), description: 'How often it is measured; 1 without an interval.' },
  successCondition: condition,
  failureCondition: condition,
  failureLimit: {
    ...number(-1),
    description: 'How many failures are tolerated; -1 for no limit. Default 0.',
  },
  inconclusiveLimit: {
    ...number(0),
    description: 'How many inconclusive measurements are tolerated. Default 0.',
  },
  consecutiveErrorLimit: { ...number(0), description: 'How many errors in a row are tolerated. Default 4.' },
  consecutiveSuccessLimit: {
    ...number(0),
    description: 'How many successes in a row make it Successful. Default: none.',
  },
  provider: {
    ...fields(providerSchemas, []),
    minProperties: 1,
    maxProperties: 1,
    description: 'Where the result comes from: one of these.',
  },
};

const own: Readonly<Record<(typeof ownFields)[number], Schema>> = {
  when: {
    enum: [...whens],
    description:
      'At the pauses that wait for somebody (the default), from the first step to the end, or once it is Healthy.',
  },
  steps: {
    type: 'array',
    items: { type: 'integer', minimum: 0 },
    minItems: 1,
    uniqueItems: true,
    description: 'Indexes of the canary steps at whose pauses it is measured, counted from 0.',
  },
};

const secret: Readonly<Record<(typeof secretFields)[number], Schema>> = { name: text, key: text };
const origins: Readonly<Record<(typeof argOrigins)[number], Schema>> = {
  secretKeyRef: fields(secret, secretFields),
  env: { ...text, description: 'An environment variable of the step. Only for a workflow.' },
};
const arg: Readonly<Record<(typeof argFields)[number], Schema>> = {
  name: { ...text, pattern: '^[\\w.-]+$' },
  value: { type: 'string', description: 'Text: quote numbers.' },
  valueFrom: { ...fields(origins, []), minProperties: 1, maxProperties: 1 },
};
const template: Readonly<Record<(typeof templateFields)[number], Schema>> = {
  templateName: { ...text, description: 'An AnalysisTemplate in the namespace of the target.' },
  clusterScope: { ...flag, description: 'It is a ClusterAnalysisTemplate.' },
  args: { type: 'array', description: 'Values for the args of the template.' },
  name: { ...text, description: 'A name of its own, where one template is used twice.' },
};
const rule = { metricName: { ...text, description: 'A regular expression over the names of metrics.' } };
const retention: Readonly<Record<(typeof retentionFields)[number], Schema>> = {
  ...rule,
  limit: { type: 'integer', minimum: 0 },
};
const spec: Readonly<Record<(typeof analysisSpecFields)[number], Schema>> = {
  args: list({ ...fields(arg, ['name']), not: { required: ['value', 'valueFrom'] } }),
  metrics: list({ $ref: '#/definitions/entry' }),
  dryRun: list(fields(rule satisfies Readonly<Record<(typeof dryRunFields)[number], Schema>>, dryRunFields)),
  measurementRetention: list(fields(retention, retentionFields)),
  templates: list(
    fields(
      { templateName: template.templateName, clusterScope: template.clusterScope } satisfies Readonly<
        Record<(typeof templateRefFields)[number], Schema>
      >,
      ['templateName'],
    ),
  ),
};

const judging = (Object.keys(providers) as readonly ProviderName[]).filter(
  (name) => !providers[name].conditions,
);

/** The whole schema, draft-07: the one that editors know. */
export const checksSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Checks of Rollout Conductor',
  description: 'A list of AnalysisTemplate metrics, the spec of an AnalysisTemplate, or an AnalysisTemplate.',
  if: { type: 'array' },
  then: { ...list({ $ref: '#/definitions/entry' }), minItems: 1 },
  else: {
    if: { required: ['kind'] },
    then: {
      type: 'object',
      properties: {
        kind: { enum: ['AnalysisTemplate', 'ClusterAnalysisTemplate'] },
        spec: { $ref: '#/definitions/spec' },
      },
      required: ['spec'],
    },
    else: { $ref: '#/definitions/spec' },
  },
  definitions: {
    spec: {
      ...fields(spec, []),
      anyOf: ['metrics', 'templates'].map((name) => ({
        required: [name],
        properties: { [name]: { minItems: 1 } },
      })),
    },
    entry: {
      type: 'object',
      if: { required: ['templateName'] },
      then: fields({ ...template, ...own }, ['templateName']),
      else: { $ref: '#/definitions/metric' },
      allOf: [
        {
          if: { required: ['when'], properties: { when: { enum: ['background', 'healthy'] } } },
          then: { properties: { steps: false } },
        },
      ],
    },
    metric: {
      ...fields({ ...metric, ...own }, ['name', 'provider']),
      allOf: [
        {
          if: { required: ['when'], properties: { when: { const: 'background' } } },
          else: { dependencies: { interval: ['count'] } },
        },
        {
          if: { properties: { provider: { anyOf: judging.map((name) => ({ required: [name] })) } } },
          then: { properties: { successCondition: false, failureCondition: false } },
        },
      ],
    },
  },
};
