import { describe, expect, it } from '@jest/globals';
import { type Given, metric, told } from './read.ts';

const known =
  'target, name, namespace, image, pod-hash, stable-hash, step, weight, stable-service, canary-service, active-service, preview-service, run-url, sha';
const providers = 'web, prometheus, job, analysisTemplate, command, github, kubernetes';
const duration = 'allowed: a number with a unit such as 90s, 5m or 1h30m';

type Row = readonly [string, string, string | readonly string[], Given?];

/** What is wrong, the input, and the very lines that people see. */
const yaml: readonly Row[] = [
  [
    'a condition that YAML takes for a tag',
    metric('successCondition: !isNaN(result)'),
    "checks: line 3, column 21: !isNaN(result) without quotes is a YAML tag, no text; quote the condition: successCondition: '!isNaN(result)'.",
  ],
  [
    'the same with more behind it',
    metric('failureCondition: !isNaN(result[0]) && result[0] > 0.05'),
    "checks: line 3, column 21: !isNaN(result[0]) without quotes is a YAML tag, no text; quote the condition: failureCondition: '!isNaN(result[0]) && result[0] > 0.05'.",
  ],
  [
    'a condition that begins as a folded text does',
    metric('successCondition: >= 0.95'),
    "checks: line 3, column 22: no YAML (Block scalar header includes extra characters: >=); quote the condition: successCondition: '>= 0.95'.",
  ],
  [
    'a condition that begins with a quoted word',
    metric(`successCondition: "ok" in result && result != 'x'`),
    `checks: line 3, column 26: no YAML (Unexpected scalar at node end); quote the condition: successCondition: "\\"ok\\" in result && result != 'x'".`,
  ],
  [
    'an arg without quotes',
    metric('count: {{args.n}}'),
    'checks: line 3, column 11: {{args.n}} without quotes is a YAML map, no text; quote it: "{{args.n}}".',
  ],
  [
    'a field that is there twice',
    metric('name: other'),
    'checks: line 3, column 3: name is there twice; keep one of them.',
  ],
  [
    'a second document',
    `${metric()}---\n${metric()}`,
    'checks: line 3, column 1: a second YAML document begins here; put all checks into one document.',
  ],
  [
    'a tab',
    '- name: a\n\tcount: 1\n',
    'checks: line 2, column 2: the line is indented with a tab; YAML takes only spaces there.',
  ],
  [
    'a field that stands too far right',
    '- name: a\n   count: 1\n',
    'checks: line 1, column 9: no YAML (Nested mappings are not allowed in compact mappings); indent the fields of one entry alike, and quote a value that has ": " in it.',
  ],
  [
    'an anchor that is not there',
    '- name: *rate\n',
    'checks: line 1, column 9: there is no anchor &rate; quote the value if it is meant as text.',
  ],
  [
    'a number that JSON does not have',
    metric('failureLimit: .inf'),
    'checks: line 3, column 17: .inf is no value that JSON has; quote it.',
  ],
  [
    'two lines, each told once',
    '- name: "a\n  successCondition: @x\n- [\n',
    'checks: line 4, column 1: no YAML (Missing closing "quote); correct the YAML, or quote the value.',
  ],
];

const shapes: readonly Row[] = [
  [
    'nothing but a comment',
    '# soon\n',
    'checks: line 1, column 1: there are no checks; allowed: a list of metrics, {args, metrics, dryRun, measurementRetention}, or an AnalysisTemplate.',
  ],
  [
    'an empty list',
    '[]',
    'checks: line 1, column 1: metrics has no metric; give at least one, or leave the input checks empty.',
  ],
  [
    'a spec without metrics',
    'args: []\n',
    'checks: line 1, column 1: metrics has no metric; give at least one, or leave the input checks empty.',
  ],
  [
    'a word',
    'smoke-test',
    'checks: line 1, column 1: "smoke-test" is neither checks nor a file of the workspace; allowed: a list of metrics, {args, metrics, dryRun, measurementRetention}, or an AnalysisTemplate.',
  ],
  [
    'one metric without its list',
    'name: a\nprovider: { web: {} }\n',
    'checks: line 1, column 1: is one metric alone; make a list of it: put "- " before its first field.',
  ],
  [
    'metrics that are no list',
    'metrics: { name: a }\n',
    [
      'checks: line 1, column 1: metrics is no list; put "- " before each entry.',
      'checks: line 1, column 1: metrics has no metric; give at least one, or leave the input checks empty.',
    ],
  ],
  [
    'a misspelt field of the spec',
    `metric: []\nmetrics:\n${metric()}`,
    'checks: line 1, column 1: metric is no field of the spec; did you mean metrics?',
  ],
  [
    'a manifest of another kind',
    'kind: Rollout\nspec: {}\n',
    'checks: line 1, column 1: kind is "Rollout"; allowed: AnalysisTemplate, ClusterAnalysisTemplate.',
  ],
  [
    'a manifest without a spec',
    'kind: AnalysisTemplate\nmetadata: { name: x }\n',
    'checks: line 1, column 1: spec is missing, or no map; give the whole manifest, or only its metrics.',
  ],
  [
    'an entry that is none',
    '- smoke-test\n',
    'checks: line 1, column 3: metrics[0] is "smoke-test", no metric; allowed: {name, provider, …}, or {templateName}.',
  ],
];

const metrics: readonly Row[] = [
  [
    'a misspelt field',
    metric('sucessCondition: result == 1'),
    'checks: line 3, column 3: error-rate.sucessCondition is no field of a metric; did you mean successCondition?',
  ],
  [
    'a field that is like none',
    metric('threshold: 5'),
    'checks: line 3, column 3: error-rate.threshold is no field of a metric; allowed: name, interval, initialDelay, count, successCondition, failureCondition, failureLimit, inconclusiveLimit, consecutiveErrorLimit, consecutiveSuccessLimit, provider, when, steps.',
  ],
  [
    'no name',
    '- provider: { web: { url: http://web } }\n',
    'checks: line 1, column 3: metrics[0] has no name; give it one: name: error-rate.',
  ],
  [
    'a name that is a number',
    '- name: 5\n  provider: { web: { url: http://web } }\n',
    'checks: line 1, column 3: metrics[0].name is 5, no text; quote it.',
  ],
  [
    'one name twice',
    metric() + metric(),
    'checks: line 3, column 3: error-rate.name is the name of two checks; rename one; the other is at line 1, column 3.',
  ],
  [
    'a duration in words',
    metric('interval: 5 minutes', 'count: 2'),
    `checks: line 3, column 3: error-rate.interval is "5 minutes", no duration; ${duration}.`,
  ],
  [
    'a duration in days',
    metric('initialDelay: 1d'),
    `checks: line 3, column 3: error-rate.initialDelay is "1d", no duration; ${duration}.`,
  ],
  [
    'a duration without a unit, which the controller refuses, too',
    metric('interval: 30', 'count: 2'),
    'checks: line 3, column 3: error-rate.interval is 30, without a unit; write 30s for seconds.',
  ],
  [
    'no time at all between measurements',
    metric('interval: 0s', 'count: 2'),
    'checks: line 3, column 3: error-rate.interval is "0s"; allowed: a duration above zero.',
  ],
  [
    'a count in words',
    metric('count: twice'),
    'checks: line 3, column 3: error-rate.count is "twice"; allowed: a whole number from 0.',
  ],
  [
    'a limit below -1',
    metric('failureLimit: -2'),
    'checks: line 3, column 3: error-rate.failureLimit is -2; allowed: a whole number from 0, or -1 for no limit.',
  ],
  [
    'no limit where Argo has none',
    metric('inconclusiveLimit: -1'),
    'checks: line 3, column 3: error-rate.inconclusiveLimit is -1; allowed: a whole number from 0.',
  ],
  [
    'half a measurement',
    metric('count: 1.5'),
    'checks: line 3, column 3: error-rate.count is 1.5; allowed: a whole number from 0.',
  ],
  [
    'several measurements without an interval',
    metric('count: 3'),
    'checks: line 3, column 3: error-rate.count is 3, and there is no interval; say how often: interval: 30s.',
  ],
  [
    'fewer measurements than may fail',
    metric('count: 2', 'interval: 1s', 'failureLimit: 3'),
    'checks: line 3, column 3: error-rate.count is 2, and failureLimit 3; allowed: from 3, or lower limits.',
  ],
  [
    'fewer measurements than have to succeed',
    metric('count: 2', 'interval: 1s', 'failureLimit: -1', 'consecutiveSuccessLimit: 3'),
    'checks: line 3, column 3: error-rate.count is 2, and consecutiveSuccessLimit 3; allowed: from 3, or lower limits.',
  ],
  [
    'fewer measurements than both limits together',
    metric('count: 4', 'interval: 1s', 'failureLimit: 2', 'consecutiveSuccessLimit: 3'),
    'checks: line 3, column 3: error-rate.count is 4, and failureLimit + consecutiveSuccessLimit 5; allowed: from 5, or lower limits.',
  ],
  [
    'fewer measurements than may be inconclusive',
    metric('count: 1', 'inconclusiveLimit: 2'),
    'checks: line 3, column 3: error-rate.count is 1, and inconclusiveLimit 2; allowed: from 2, or a lower limit.',
  ],
  [
    'nothing that would ever decide',
    metric('failureLimit: -1'),
    'checks: line 3, column 3: error-rate.failureLimit is -1, and there is no consecutiveSuccessLimit: nothing would ever decide; set one of them.',
  ],
  [
    'a gate that would never end',
    metric('interval: 30s'),
    'checks: line 3, column 3: error-rate.interval is given without count: a check of when: pause would never end; give it a count.',
  ],
  [
    'an end that would never come',
    metric('interval: 30s', 'when: healthy', 'count: 0'),
    'checks: line 3, column 3: error-rate.interval is given without count: a check of when: healthy would never end; give it a count.',
  ],
  [
    'a condition that cannot be read',
    metric('successCondition: "result >"'),
    'checks: line 3, column 3: error-rate.successCondition "result >" cannot be read: a value is expected, found the end at character 9.',
  ],
  [
    'a condition that YAML cuts off, where it takes a closure for a comment',
    metric('successCondition: all(result, # == 0)'),
    'checks: line 3, column 3: error-rate.successCondition "all(result," cannot be read: a value is expected, found the end at character 12; to YAML, # == 0) is a comment: quote the whole.',
  ],
  [
    'a condition that is no text',
    metric('successCondition: true'),
    'checks: line 3, column 3: error-rate.successCondition is true, no text; quote it.',
  ],
  [
    'an empty condition, which would let everything pass',
    metric('successCondition: ""'),
    'checks: line 3, column 3: error-rate.successCondition is empty; leave it out, or give it a value.',
  ],
];

const names: readonly Row[] = [
  [
    'one that changes from step to step',
    '- name: "rate-{{args.step}}"\n  provider: { web: { url: http://web } }\n',
    'checks: line 1, column 3: rate-{{args.step}}.name has {{args.step}}, which a name cannot have; allowed in a name: args whose values the inputs say, and that are not hidden.',
  ],
  [
    'one that would show a secret',
    '- name: "rate-{{args.token}}"\n  provider: { web: { url: http://web } }\n',
    'checks: line 1, column 3: rate-{{args.token}}.name has {{args.token}}, which a name cannot have; allowed in a name: args whose values the inputs say, and that are not hidden.',
    { args: 'token=$TOKEN', env: { TOKEN: 'hunter2' } },
  ],
  [
    'one with an arg that is not there',
    '- name: "rate-{{args.nope}}"\n  provider: { web: { url: http://web } }\n',
    `checks: line 1, column 3: rate-{{args.nope}}.name asks for {{args.nope}}, which is no arg; known args: ${known}.`,
  ],
  [
    'two that are the same with their args',
    `${metric()}- name: "{{args.a}}-rate"\n  provider: { web: { url: http://web } }\n`,
    'checks: line 3, column 3: {{args.a}}-rate.name is the name of two checks; rename one; the other is at line 1, column 3.',
    { args: 'a=error' },
  ],
];

const entries: readonly Row[] = [
  ['no provider', '- name: a\n', `checks: line 1, column 3: a has no provider; allowed: ${providers}.`],
  [
    'a provider that is no map',
    '- name: a\n  provider: web\n',
    `checks: line 2, column 3: a.provider is "web", no map; allowed: ${providers}.`,
  ],
  [
    'an empty provider',
    '- name: a\n  provider: {}\n',
    `checks: line 2, column 3: a.provider is empty; allowed: ${providers}.`,
  ],
  [
    'two providers',
    '- name: a\n  provider: { web: {}, job: {} }\n',
    'checks: line 2, column 3: a.provider has web and job; keep one: a metric has one provider.',
  ],
  [
    'a misspelt provider',
    '- name: a\n  provider:\n    promethus: {}\n',
    'checks: line 3, column 5: a.provider.promethus is no provider; did you mean prometheus?',
  ],
  [
    'an unknown provider',
    '- name: a\n  provider:\n    splunk: {}\n',
    `checks: line 3, column 5: a.provider.splunk is no provider; allowed: ${providers}.`,
  ],
  ...[
    'datadog',
    'newRelic',
    'wavefront',
    'kayenta',
    'cloudWatch',
    'graphite',
    'influxdb',
    'skywalking',
    'plugin',
  ].map((provider): Row => [
    `${provider}, which only the controller has`,
    `- name: a\n  provider:\n    ${provider}: {}\n`,
    `checks: line 3, column 5: a.provider.${provider} is measured only by the controller; put the metric into an AnalysisTemplate of the cluster, and name it here: - templateName: NAME.`,
  ]),
  [
    'a condition for a Job',
    '- name: a\n  provider: { job: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: b }] } } } } }\n  successCondition: result == 1\n',
    'checks: line 3, column 3: a.successCondition is given, and the provider has a verdict of its own; leave it out.',
  ],
  [
    'an unknown word for when',
    metric('when: Pause'),
    'checks: line 3, column 3: error-rate.when is "Pause"; did you mean pause?',
  ],
  [
    'another one',
    metric('when: never'),
    'checks: line 3, column 3: error-rate.when is "never"; allowed: pause, background, healthy.',
  ],
  [
    'a number in place of steps',
    metric('steps: 1'),
    'checks: line 3, column 3: error-rate.steps is 1; allowed: indexes of steps, counted from 0, such as [1, 3].',
  ],
  [
    'no steps',
    metric('steps: []'),
    'checks: line 3, column 3: error-rate.steps is []; allowed: indexes of steps, counted from 0, such as [1, 3].',
  ],
  [
    'steps that are none',
    metric('steps: [1, -1, first, 1]'),
    [
      'checks: line 3, column 14: error-rate.steps[1] is -1; allowed: indexes of steps, counted from 0, such as [1, 3].',
      'checks: line 3, column 18: error-rate.steps[2] is "first"; allowed: indexes of steps, counted from 0, such as [1, 3].',
      'checks: line 3, column 25: error-rate.steps[3] names step 1 twice.',
    ],
  ],
  [
    'steps of what is no gate',
    metric('when: background', 'steps: [1]'),
    'checks: line 4, column 3: error-rate.steps is for when: pause, and this is when: background; leave one of them out.',
  ],
  [
    'an interval of an AnalysisTemplate',
    '- templateName: smoke\n  interval: 5s\n',
    'checks: line 2, column 3: smoke.interval is for metrics; the AnalysisTemplate in the cluster has its own.',
  ],
  [
    'a misspelt templateName',
    '- templatName: smoke\n',
    'checks: line 1, column 3: metrics[0].templatName is no field of a check; did you mean templateName?',
  ],
  [
    'a misspelt when',
    metric('wen: background'),
    'checks: line 3, column 3: error-rate.wen is no field of a metric; did you mean when?',
  ],
  [
    'a misspelt field of an AnalysisTemplate',
    '- templateName: smoke\n  clusterscope: true\n',
    'checks: line 2, column 3: smoke.clusterscope is no field of an entry with templateName; did you mean clusterScope?',
  ],
  [
    'a dry run of nothing',
    `dryRun:\n- metricName: latency\nmetrics:\n${metric()}`,
    'checks: line 2, column 3: dryRun[0].metricName fits no metric; metrics: error-rate.',
  ],
  [
    'a dry run of everything, as a shell would write it',
    `dryRun:\n- metricName: "*"\nmetrics:\n${metric()}`,
    'checks: line 2, column 3: dryRun[0].metricName is "*", no regular expression; for all metrics write .*.',
  ],
  [
    'a retention without a limit',
    `measurementRetention:\n- metricName: error-rate\nmetrics:\n${metric()}`,
    'checks: line 2, column 3: measurementRetention[0] has no limit; say how many measurements are kept: limit: 20.',
  ],
];

const spec = (args: string): string =>
  `args:\n${args}metrics:\n${metric('successCondition: result < {{args.limit}}')}`;

const args: readonly Row[] = [
  [
    'an arg that is not there',
    metric('successCondition: result < {{args.limit}}'),
    `checks: line 3, column 3: error-rate.successCondition asks for {{args.limit}}, which is no arg; known args: ${known}.`,
  ],
  [
    'a misspelt arg, told once',
    metric('successCondition: result < {{ args.wieght }}'),
    'checks: line 3, column 3: error-rate.successCondition asks for {{ args.wieght }}, which is no arg; did you mean {{args.weight}}?',
  ],
  [
    'an arg deep within a provider',
    '- name: a\n  provider:\n    web:\n      url: http://web\n      headers:\n        - key: x\n          value: "{{args.token}}"\n',
    `checks: line 7, column 11: a.provider.web.headers[0].value asks for {{args.token}}, which is no arg; known args: ${known}.`,
  ],
  [
    'braces that are no arg, which the controller refuses, too',
    metric('successCondition: result == "{{ $value }}"'),
    `checks: line 3, column 3: error-rate.successCondition asks for {{ $value }}, which is no arg; known args: ${known}.`,
  ],
  [
    'an expression of GitHub, which it fills in only in a workflow',
    metric('successCondition: result == "${{ github.sha }}"'),
    'checks: line 3, column 3: error-rate.successCondition has ${{ github.sha }}, which GitHub fills in only in a workflow; pass it by the input args.',
  ],
  [
    'braces that are not closed',
    metric('successCondition: result < {{args.limit'),
    'checks: line 3, column 3: error-rate.successCondition has {{ without }}; write {{args.NAME}}.',
  ],
  [
    'a required arg without a value, told only where it is declared',
    spec('- name: limit\n'),
    'checks: line 2, column 3: args.limit has no value; give one by the input args: limit=VALUE.',
  ],
  [
    'a value that is a number',
    spec('- name: limit\n  value: 0.05\n'),
    'checks: line 3, column 3: args.limit.value is 0.05, and args are text; quote it: "0.05".',
  ],
  [
    'an arg that is declared twice',
    spec('- { name: limit, value: "1" }\n- { name: limit, value: "2" }\n'),
    'checks: line 3, column 5: args.limit.name is declared twice; keep one of them.',
  ],
  [
    'a value from two places',
    spec('- { name: limit, value: "1", valueFrom: { env: LIMIT } }\n'),
    'checks: line 2, column 30: args.limit.valueFrom stands beside value; keep one of them.',
    { env: { LIMIT: '1' } },
  ],
  [
    'a field of the Rollout',
    spec('- name: limit\n  valueFrom: { fieldRef: { fieldPath: metadata.namespace } }\n'),
    'checks: line 3, column 16: args.limit.valueFrom.fieldRef asks for metadata.namespace, which only the controller fills in; {{args.namespace}} has it; or give the value by the input args.',
  ],
  [
    'a field that no predefined arg has',
    spec('- name: limit\n  valueFrom: { fieldRef: { fieldPath: "metadata.labels[\'team\']" } }\n'),
    "checks: line 3, column 16: args.limit.valueFrom.fieldRef asks for metadata.labels['team'], which only the controller fills in; give the value by the input args.",
  ],
  [
    'a hash as a Rollout passes it on',
    spec('- name: limit\n  valueFrom: { podTemplateHashValue: Stable }\n'),
    'checks: line 3, column 16: args.limit.valueFrom.podTemplateHashValue asks for Stable, which only the controller fills in; {{args.stable-hash}} has it; or give the value by the input args.',
  ],
  [
    'half a Secret',
    spec('- name: limit\n  valueFrom: { secretKeyRef: { name: web } }\n'),
    'checks: line 3, column 16: args.limit.valueFrom.secretKeyRef.key is missing, or no text.',
  ],
  [
    'a variable that is not set',
    spec('- name: limit\n  valueFrom: { env: LIMIT }\n'),
    'checks: line 3, column 16: args.limit.valueFrom.env takes the environment variable LIMIT, which is not set or empty; set it in the env: of the step, such as LIMIT: ${{ secrets.LIMIT }}.',
    { env: { LIMIT: '' } },
  ],
];

const secrets: readonly Row[] = [
  [
    'a gate that would never end, whatever the Secret holds',
    'args:\n- { name: url, valueFrom: { secretKeyRef: { name: web, key: url } } }\nmetrics:\n- name: a\n  interval: 5s\n  provider: { web: { url: "{{args.url}}" } }\n',
    'checks: line 5, column 3: a.interval is given without count: a check of when: pause would never end; give it a count.',
  ],
];

const given: readonly Row[] = [
  [
    'a line without a value, which is not shown: it may be a secret',
    metric(),
    'args: line 2: no arg; allowed: name=value, one a line, without spaces around the name.',
    { args: 'weight=5\nhunter2' },
  ],
  [
    'spaces before the sign',
    metric(),
    'args: line 1: no arg; allowed: name=value, one a line, without spaces around the name.',
    { args: 'weight = 5' },
  ],
  [
    'one arg twice',
    metric(),
    'args: line 3: weight is given twice; keep one of them.',
    { args: 'weight=5\n\nweight=6' },
  ],
  [
    'a variable that is not set',
    metric('successCondition: result < {{args.limit}}'),
    'args: line 1: limit takes the environment variable LIMIT, which is not set or empty; set it in the env: of the step, such as LIMIT: ${{ secrets.LIMIT }}.',
    { args: 'limit=$LIMIT' },
  ],
  [
    'an arg that nothing uses',
    metric('successCondition: result < {{args.limit}}'),
    'args: line 2: limitt is an arg that no check uses; did you mean limit?',
    { args: 'limit=5\nlimitt=6' },
  ],
  [
    'a bad value, where it is used',
    metric('count: "{{args.n}}"'),
    'checks: line 3, column 3: error-rate.count is "many"; allowed: a whole number from 0.',
    { args: 'n=many' },
  ],
  [
    'a bad value of a secret, without the value',
    metric('count: "{{args.n}}"'),
    'checks: line 3, column 3: error-rate.count is "***"; allowed: a whole number from 0.',
    { args: 'n=$TOKEN', env: { TOKEN: 'hunter2' } },
  ],
];

describe.each([
  ['YAML', yaml],
  ['the form of the checks', shapes],
  ['a metric', metrics],
  ['the name of a metric', names],
  ['an entry of checks', entries],
  ['the args of a spec', args],
  ['what a Secret is used for', secrets],
  ['the input args', given],
] as const)('a mistake in %s', (_, rows) => {
  // Not each(): a fourth parameter would be the callback of a test that waits for it.
  for (const [what, checks, lines, inputs] of rows) {
    it(what, () => {
      expect(told(checks, inputs)).toEqual([lines].flat().map((line) => `- ${line}`));
    });
  }
});

describe('several mistakes', () => {
  const checks = [
    metric('interval: 5 minutes', 'when: paused'),
    '- name: other\n',
    '  provider: { datadog: {} }\n',
    '  intervall: 5s\n',
  ].join('');

  it('are told at once, in the order of the text, and those of args behind', () => {
    expect(told(checks, { args: 'foo=1' }).map((line) => line.split(' ').slice(1, 6).join(' '))).toEqual([
      'checks: line 3, column 3:',
      'checks: line 4, column 3:',
      'checks: line 6, column 15:',
      'checks: line 7, column 3:',
      'args: line 1: foo is',
    ]);
  });
});
