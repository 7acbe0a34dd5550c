import { asLeft } from '../ending.ts';
import { isHeld } from '../holds.ts';
import { type Decide, awaitProgress, finish, request } from './decision.ts';
import { refuseUnexpected } from './expect.ts';

/** Holds the target by `spec.paused` until somebody resumes it; what is held already stays so. */
export const decidePauseOperation: Decide = (plan, facts, observation) => {
  const { found, effected } = facts;
  if (found === undefined) return awaitProgress(plan, facts, observation);
  const unexpected = refuseUnexpected(plan, found, 'candidate');
  if (unexpected !== undefined) return unexpected;
  if (isHeld(observation)) {
    if (!observation.current || observation.phase === 'Progressing')
      return awaitProgress(plan, facts, observation);
    const by = effected.length > 0 ? 'The target is held' : 'The target was held already';
    return finish('paused', 'requested', `${by} (spec.paused). To go on: operation: resume.`);
  }
  if (!observation.current || effected.length > 0) return awaitProgress(plan, facts, observation);
  return request('pause', 'operation: pause');
};

/** Lifts `spec.paused`; what is not held has nothing to be lifted. */
export const decideResume: Decide = (plan, facts, observation) => {
  const { found, effected } = facts;
  if (found === undefined) return awaitProgress(plan, facts, observation);
  const unexpected = refuseUnexpected(plan, found, 'candidate');
  if (unexpected !== undefined) return unexpected;
  const resumed = effected.some(({ name }) => name === 'resume');
  if (isHeld(observation) && !resumed) {
    return observation.current
      ? request('resume', 'operation: resume')
      : awaitProgress(plan, facts, observation);
  }
  if (!resumed) return finish('unchanged', 'nothing-to-do', 'The target is not held (spec.paused).');
  if (!observation.current) return awaitProgress(plan, facts, observation);
  return finish(asLeft(observation), 'requested', 'The target is not held any more.');
};
