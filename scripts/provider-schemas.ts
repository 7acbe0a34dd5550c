import type { ProviderName } from '../src/checks/index.ts';
import { fields, flag, list, number, type Schema, text } from './schema-forms.ts';

const headers = list(fields({ key: text, value: { type: 'string' } }, ['key', 'value']));
const oauth2 = fields({ tokenUrl: text, clientId: text, clientSecret: text, scopes: list(text) }, [
  'tokenUrl',
  'clientId',
  'clientSecret',
]);
const authentication = fields({ oauth2, sigv4: { type: 'object' } }, []);
const seconds = { type: 'integer', minimum: 0 };

/** What may stand under each provider. A test compares the fields with those that its parser knows. */
export const providerSchemas: Readonly<Record<ProviderName, Schema>> = {
  web: fields(
    {
      url: text,
      method: { enum: ['GET', 'POST', 'PUT'] },
      headers,
      body: { type: 'string' },
      jsonBody: { type: 'object' },
      timeoutSeconds: seconds,
      jsonPath: { type: 'string', description: 'What of the answer is the result, such as {$.data.ok}.' },
      insecure: flag,
      authentication,
    },
    ['url'],
  ),
  prometheus: fields(
    {
      address: { ...text, description: 'Such as http://prometheus.monitoring.svc:9090.' },
      query: text,
      authentication,
      timeout: seconds,
      insecure: flag,
      headers,
      rangeQuery: fields({ start: text, end: text, step: text }, ['start', 'end', 'step']),
    },
    ['address', 'query'],
  ),
  job: fields({ metadata: { type: 'object' }, spec: { type: 'object' } }, ['spec']),
  analysisTemplate: fields({ templateName: text, clusterScope: flag, args: { type: 'array' } }, [
    'templateName',
  ]),
  command: fields(
    {
      run: {
        ...text,
        description: 'The script; its exit code, or the JSON on its last line, is the result.',
      },
      shell: text,
      env: { type: 'object' },
      timeoutSeconds: number(0),
      workingDirectory: text,
    },
    ['run'],
  ),
  github: fields(
    {
      checkRun: { ...text, description: 'The name of a check run.' },
      status: { ...text, description: 'The context of a commit status.' },
      ref: text,
      repository: text,
      app: text,
      timeoutSeconds: number(0),
    },
    [],
  ),
  kubernetes: fields(
    {
      resource: text,
      clusterScope: flag,
      name: text,
      labelSelector: text,
      fieldSelector: text,
      namespace: text,
      jsonPath: text,
      allowEmpty: flag,
    },
    ['resource', 'jsonPath'],
  ),
};
