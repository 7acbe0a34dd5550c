import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { checksSchema } from '../../scripts/checks-schema.ts';
import { providerSchemas } from '../../scripts/provider-schemas.ts';
import { type ProviderName, providers } from '../../src/checks/index.ts';
import { argoProviders } from '../../src/checks/reading/provider-choice.ts';
import { metric, told } from './read.ts';
import { valid } from './valid.ts';

const published = JSON.parse(
  readFileSync(new URL('../../docs/checks.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv({ strict: false, allErrors: true }).compile(published);

function isAllowed(checks: string): boolean {
  return validate(parse(checks, { merge: true, logLevel: 'silent' }));
}

describe('the schema of checks', () => {
  it('is what the code says', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(checksSchema)));
  });

  it.each(Object.entries(valid))('allows %s', (_, { checks }) => {
    isAllowed(checks);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['a word', 'smoke-test'],
    ['no checks', '[]'],
    ['no metrics', 'metrics: []'],
    ['a spec without metrics', 'args: []'],
    ['a manifest of another kind', 'kind: Rollout\nspec: {}'],
    ['a misspelt field of the spec', `metric: []\nmetrics:\n${metric()}`],
    ['a misspelt field of a metric', metric('sucessCondition: result')],
    ['no name', '- provider: { web: { url: http://web } }'],
    ['no provider', '- name: a'],
    ['two providers', '- { name: a, provider: { web: { url: http://web }, command: { run: a } } }'],
    ['a provider that is not here', '- { name: a, provider: { splunk: {} } }'],
    ...argoProviders.map((name) => [name, `- { name: a, provider: { ${name}: {} } }`]),
    ['a misspelt field of a provider', '- { name: a, provider: { web: { uri: http://web } } }'],
    ['a duration in words', metric('interval: 5 minutes', 'count: 2')],
    ['a duration without a unit', metric('interval: 30', 'count: 2')],
    ['a count in words', metric('count: twice')],
    ['a limit below -1', metric('failureLimit: -2')],
    ['a gate that would never end', metric('interval: 30s')],
    ['an unknown word for when', metric('when: never')],
    ['steps that are none', metric('steps: [-1]')],
    ['no steps', metric('steps: []')],
    ['steps of what is no gate', metric('when: healthy', 'steps: [1]')],
    ['an empty condition', metric('successCondition: ""')],
    ['a condition that is no text', metric('successCondition: true')],
    ['a condition of a Job', '- { name: a, successCondition: "true", provider: { job: { spec: {} } } }'],
    ['an interval of an AnalysisTemplate', '- { templateName: a, interval: 5s }'],
    ['an arg that is a number', `args: [{ name: a, value: 5 }]\nmetrics:\n${metric()}`],
    [
      'a value from two places',
      `args: [{ name: a, value: b, valueFrom: { env: A } }]\nmetrics:\n${metric()}`,
    ],
    [
      'a field of the Rollout',
      `args: [{ name: a, valueFrom: { fieldRef: { fieldPath: b } } }]\nmetrics:\n${metric()}`,
    ],
    ['half a Secret', `args: [{ name: a, valueFrom: { secretKeyRef: { name: b } } }]\nmetrics:\n${metric()}`],
  ])('refuses %s, as reading it does', (_, checks) => {
    expect(isAllowed(checks)).toBe(false);
    expect(told(checks)).not.toEqual([]);
  });

  it('knows every provider, and no other', () => {
    expect(Object.keys(providerSchemas)).toEqual(Object.keys(providers));
  });

  it.each(Object.keys(providers) as ProviderName[])('knows the fields that are read of %s', (name) => {
    const allowed: string[] = [];
    providers[name].parse({ bogus: 1 }, (path, _, next = '') => {
      if (path[0] === 'bogus') allowed.push(...next.replace(/^allowed: /, '').split(', '));
    });
    const properties = Object.keys(providerSchemas[name]['properties'] as object);
    expect(allowed.toSorted()).toEqual(properties.toSorted());
  });
});
