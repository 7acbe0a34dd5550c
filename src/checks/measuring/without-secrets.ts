import type { MetricEvidence } from '../../targets/evidence.ts';
import type { Shown } from '../provider.ts';

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** What a provider shows, without secrets: a provider cannot know all that an arg may hide. Pure. */
export function shownWithoutSecrets(shown: Shown, redact: Redact): Shown {
  const { query, link, job, log, metrics } = shown;
  return {
    ...(query !== undefined && { query: redact(query) }),
    ...(link !== undefined && { link: redact(link) }),
    ...(job !== undefined && { job }),
    ...(log !== undefined && { log: log.map(redact) }),
    ...(metrics !== undefined && { metrics: metrics.map((metric) => withoutSecrets(metric, redact)) }),
  };
}

function withoutSecrets(metric: MetricEvidence, redact: Redact): MetricEvidence {
  const { measurements, message, query, link, log, successCondition, failureCondition } = metric;
  return {
    ...metric,
    message: redact(message),
    measurements: measurements.map((one) => ({
      ...one,
      value: redact(one.value),
      message: redact(one.message),
    })),
    ...(query !== undefined && { query: redact(query) }),
    ...(link !== undefined && { link: redact(link) }),
    ...(log !== undefined && { log: log.map(redact) }),
    ...(successCondition !== undefined && { successCondition: redact(successCondition) }),
    ...(failureCondition !== undefined && { failureCondition: redact(failureCondition) }),
  };
}
