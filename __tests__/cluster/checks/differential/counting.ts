import { type Story, story, values } from './story.ts';
import type { Answer } from './scripted-server.ts';

const good = 0.99;
const bad = 0.5;
/** Neither of `both`. */
const unsure = 0.8;
const broken: Answer = { status: 503, body: 'out of order' };

const success = { successCondition: 'result >= 0.95' };
const both = { ...success, failureCondition: 'result < 0.6' };
const every = { interval: '3s' };

/** How often is enough, and what too often. */
export const countingStories: readonly Story[] = [
  story('without a condition everything succeeds', 'Successful', {}, values(bad)),
  story('a success, once', 'Successful', success, values(good)),
  story('a failure, once', 'Failed', success, values(bad)),
  story('by failureCondition alone: a failure', 'Failed', { failureCondition: 'result < 0.6' }, values(bad)),
  story(
    'by failureCondition alone: a success',
    'Successful',
    { failureCondition: 'result < 0.6' },
    values(unsure),
  ),
  story('by both: a success', 'Successful', both, values(good)),
  story('by both: a failure', 'Failed', both, values(bad)),
  story('by both: neither is inconclusive', 'Inconclusive', both, values(unsure)),
  story(
    'by both at once: a failure',
    'Failed',
    { successCondition: 'result > 0', failureCondition: 'result > 0' },
    values(good),
  ),
  story('three times, all good', 'Successful', { ...success, ...every, count: 3 }, values(good)),
  story('three times, the second bad', 'Failed', { ...success, ...every, count: 3 }, values(good, bad, good)),
  story('three times, the last bad', 'Failed', { ...success, ...every, count: 3 }, values(good, good, bad)),
  story(
    'one failure of one that is tolerated',
    'Successful',
    { ...success, ...every, count: 3, failureLimit: 1 },
    values(bad, good, good),
  ),
  story(
    'two failures where one is tolerated',
    'Failed',
    { ...success, ...every, count: 4, failureLimit: 1 },
    values(bad, good, bad, good),
  ),
  story(
    'as many failures as measurements, all tolerated',
    'Successful',
    { ...success, ...every, count: 2, failureLimit: 2 },
    values(bad),
  ),
  story(
    'limits and counts as text',
    'Failed',
    { ...success, ...every, count: '3', failureLimit: '1' },
    values(good, bad, bad),
  ),
  story('count 0 without an interval is once', 'Successful', { ...success, count: 0 }, values(good, bad)),
  story('count 1 with an interval', 'Successful', { ...success, ...every, count: 1 }, values(good, bad)),
  story(
    'one that is inconclusive where one is tolerated',
    'Successful',
    { ...both, ...every, count: 3, inconclusiveLimit: 1 },
    values(unsure, good, good),
  ),
  story(
    'two that are inconclusive where one is tolerated',
    'Inconclusive',
    { ...both, ...every, count: 3, inconclusiveLimit: 1 },
    values(unsure, good, unsure),
  ),
  story(
    'a failure after one that is inconclusive and tolerated',
    'Failed',
    { ...both, ...every, count: 3, inconclusiveLimit: 1 },
    values(unsure, bad, good),
  ),
  story(
    'failures and inconclusive ones are counted apart',
    'Successful',
    { ...both, ...every, count: 4, failureLimit: 1, inconclusiveLimit: 1 },
    values(unsure, bad, good, good),
  ),
  story(
    'an interval without a count goes on until it fails',
    'Failed',
    { ...success, ...every },
    values(good, good, bad),
  ),
  story(
    'an interval of minutes and milliseconds',
    'Successful',
    { ...success, interval: '0m2s900ms', count: 2 },
    values(good),
  ),
  story('an initialDelay', 'Successful', { ...success, initialDelay: '2s' }, values(good)),
  story(
    'two successes in a row, however many failures',
    'Successful',
    { ...success, ...every, failureLimit: -1, consecutiveSuccessLimit: 2 },
    values(bad, good, bad, good, good),
  ),
  story(
    'two successes in a row, before the count is full',
    'Successful',
    { ...success, ...every, count: 5, failureLimit: 1, consecutiveSuccessLimit: 2 },
    values(good, bad, good, good),
  ),
  story(
    'successes in a row that did not come, failures tolerated',
    'Inconclusive',
    { ...success, ...every, count: 4, failureLimit: 1, consecutiveSuccessLimit: 3 },
    values(good, good, bad, good),
  ),
  story(
    'successes in a row that did not come, without a limit for failures',
    'Failed',
    { ...success, ...every, count: 3, failureLimit: -1, consecutiveSuccessLimit: 2 },
    values(good, bad, good),
  ),
  story(
    'successes in a row, and more failures than are tolerated',
    'Failed',
    { ...success, ...every, failureLimit: 1, consecutiveSuccessLimit: 2 },
    values(bad, good, bad, good, good),
  ),
  story(
    'successes that an inconclusive one parts',
    'Successful',
    { ...both, ...every, inconclusiveLimit: 1, consecutiveSuccessLimit: 2 },
    values(good, unsure, good, good),
  ),
  story('an error where none is tolerated', 'Error', { ...success, consecutiveErrorLimit: 0 }, [broken]),
  story('two errors where one is tolerated', 'Error', { ...success, consecutiveErrorLimit: 1 }, [broken]),
  story('an error, and then a success', 'Successful', success, [broken, ...values(good)]),
  story('an error, and then a failure', 'Failed', success, [broken, ...values(bad)]),
  story(
    'errors that are not in a row',
    'Successful',
    { ...success, ...every, count: 2, consecutiveErrorLimit: 1 },
    [broken, ...values(good), broken, ...values(good)],
  ),
  story(
    'an error after a success: what was counted stays',
    'Error',
    { ...success, ...every, count: 3, consecutiveErrorLimit: 0 },
    [...values(good, good), broken],
  ),
  story(
    'an error parts successes in a row',
    'Successful',
    { ...success, ...every, consecutiveSuccessLimit: 2 },
    [...values(good), broken, ...values(good)],
  ),
  ...[
    { what: 'a count of several without an interval', fields: { count: 2 } },
    { what: 'a count that cannot hold its limits', fields: { ...every, count: 2, failureLimit: 3 } },
    { what: 'no limit at all', fields: { failureLimit: -1 } },
    { what: 'a negative inconclusiveLimit', fields: { inconclusiveLimit: -1 } },
    { what: 'an interval that is none', fields: { interval: 'often' } },
  ].map(({ what, fields }) =>
    story(what, 'Error', { ...success, ...fields }, values(good), {
      explained: { ours: 'refused', because: 'a mistake is told before anything is changed' },
    }),
  ),
];
