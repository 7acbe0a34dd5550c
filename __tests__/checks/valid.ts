import { metric } from './read.ts';

/** Checks that are right, each as people write them, with the args that they need. */
export const valid: Readonly<Record<string, { readonly checks: string; readonly args?: string }>> = {
  'a smoke test': { checks: metric('successCondition: result == "ok"') },
  'every field of a metric': {
    checks: metric(
      'interval: 1h30m',
      'initialDelay: 0s',
      'count: 9',
      'successCondition: result < 0.05',
      'failureCondition: result > 0.1',
      'failureLimit: 3',
      'inconclusiveLimit: 2',
      'consecutiveErrorLimit: 4',
      'consecutiveSuccessLimit: 6',
      'when: pause',
      'steps: [1, 3]',
    ),
  },
  'numbers by args': {
    checks: metric('count: "{{args.n}}"', 'interval: "{{ args.pause }}"', 'failureLimit: "{{args.n}}"'),
    args: 'n=3\npause=5s',
  },
  'numbers as text': {
    checks: metric('count: "3"', 'interval: 1.5m', 'failureLimit: "-1"', 'consecutiveSuccessLimit: "2"'),
  },
  'a check in the background': { checks: metric('interval: 30s', 'when: background') },
  'a check once it is Healthy': { checks: metric('when: healthy', 'interval: 30s', 'count: 3') },
  'a query': {
    checks:
      '- name: a\n  provider:\n    prometheus:\n      address: http://prometheus.monitoring.svc:9090\n      query: up\n      timeout: 5\n  successCondition: result[0] == 1\n',
  },
  'a whole web metric': {
    checks:
      '- name: a\n  provider:\n    web:\n      url: https://web.example/api\n      method: POST\n      headers: [{ key: x-a, value: b }]\n      jsonBody: { a: [1] }\n      timeoutSeconds: 5\n      jsonPath: "{$.ok}"\n      insecure: true\n  successCondition: result\n',
  },
  'a Job': {
    checks:
      '- name: a\n  provider:\n    job:\n      spec:\n        backoffLimit: 0\n        template: { spec: { restartPolicy: Never, containers: [{ name: a, image: b }] } }\n',
  },
  'a command': { checks: '- name: a\n  provider: { command: { run: ./smoke.sh, timeoutSeconds: 30 } }\n' },
  'a check run': { checks: '- name: a\n  provider: { github: { checkRun: e2e } }\n' },
  'AnalysisTemplates of the cluster': {
    checks:
      '- templateName: smoke\n- templateName: smoke\n  name: again\n  clusterScope: true\n  when: healthy\n  args: [{ name: host, value: web }]\n',
  },
  'a whole spec': {
    checks: `args:\n- { name: limit, value: "5" }\n- { name: namespace }\n- { name: token, valueFrom: { secretKeyRef: { name: web, key: token } } }\nmetrics:\n${metric('successCondition: result < {{args.limit}}')}dryRun:\n- metricName: .*\nmeasurementRetention:\n- { metricName: error-rate, limit: 5 }\ntemplates:\n- templateName: smoke\n`,
  },
  'a manifest': {
    checks: `apiVersion: argoproj.io/v1alpha1\nkind: AnalysisTemplate\nmetadata: { name: x, labels: { a: b } }\nspec:\n  metrics:\n${metric().replaceAll(/^(?=.)/gm, '  ')}`,
  },
};
