import { describe, expect, it } from '@jest/globals';
import type { RoundName, RoundState } from '../src/checks/round.ts';
import type { Stage } from '../src/conduct.ts';
import { checkOf, checksOf, stateOf } from './fixtures/checks.ts';
import { moments, play, type Run } from './fixtures/play.ts';
import { phrase, planOf } from './fixtures/runs.ts';

/** Measures nothing by itself: the test gives each round its states. */
class Bench {
  /** What was begun, in order: `pause` and so on. */
  readonly begun: string[] = [];
  /** What was stopped before it had a verdict. */
  readonly stopped: string[] = [];
  readonly #open = new Map<string, { tell: (state: RoundState) => void; end: (state: RoundState) => void }>();
  #wake: () => void = () => undefined;

  readonly measure: Stage['measure'] = ({ when }: RoundName, _, signal, onChange) => {
    this.begun.push(when);
    const { promise, resolve, reject } = Promise.withResolvers<RoundState>();
    this.#open.set(when, { tell: onChange, end: resolve });
    signal.addEventListener('abort', () => {
      if (!this.#open.delete(when)) return;
      this.stopped.push(when);
      reject(signal.reason as Error);
    });
    this.#wake();
    return promise;
  };

  /** Resolves once a round of this kind has begun. */
  async begins(when: string): Promise<void> {
    while (!this.#open.has(when)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  ends(when: string, state: RoundState): void {
    this.#open.get(when)?.end(state);
    this.#open.delete(when);
  }

  tells(when: string, state: RoundState): void {
    this.#open.get(when)?.tell(state);
  }
}

const gate = moments('release', 'gate');
const toEnd = moments('release', 'promoted: pause gone, phase still Paused', 'timed pause', 'Healthy after');
const checks = checksOf(checkOf());

function begin(change: Parameters<typeof planOf>[0] = {}): { readonly bench: Bench } & Run {
  const bench = new Bench();
  const plan = planOf({ checks, onPause: 'promote', ...change });
  return { bench, ...play(plan, { begin: gate, promote: toEnd }, { measure: bench.measure }) };
}

describe('the checks of a gate', () => {
  it('are measured once when the release comes to it, and let it pass', async () => {
    const { bench, ended, staged } = begin();
    await bench.begins('pause');
    expect(staged.arrived).toEqual([]);
    bench.tells('pause', stateOf('Running'));
    bench.ends('pause', stateOf('Successful'));
    expect(phrase((await ended).end)).toBe('healthy (completed)');
    expect(bench.begun).toEqual(['pause']);
    expect(staged.arrived).toEqual(['promote']);
  });

  it('that cannot even be begun are a verdict, not the end of everything', async () => {
    const plan = planOf({ checks, onPause: 'promote', onFailure: 'stop' });
    const measure = (): Promise<never> => Promise.reject(new Error('the Secret is gone'));
    const { ended } = play(plan, { begin: gate }, { measure });
    const { end } = await ended;
    expect(phrase(end)).toBe('paused (checks-failed)');
    expect(end.message).toContain('the Secret is gone');
  });

  it('are stopped when somebody aborts the release meanwhile', async () => {
    const bench = new Bench();
    const script = { begin: gate };
    const run = play(planOf({ checks, onPause: 'promote' }), script, { measure: bench.measure });
    await bench.begins('pause');
    for (const observation of moments('abort', 'aborted, pods gone')) {
      const [at] = gate;
      if (at === undefined || !('guard' in at) || !('guard' in observation))
        throw new Error('no observation');
      const same = {
        ...observation,
        guard: { ...observation.guard, uid: at.guard.uid, hash: at.guard.hash },
      };
      run.inbox.put({ type: 'sighting', sighting: { kind: 'observation', observation: same } });
    }
    expect(phrase((await run.ended).end)).toBe('aborted (by-somebody)');
    expect(bench.stopped).toEqual(['pause']);
  });

  it('that end after they were stopped say nothing of the gate that is come to again', async () => {
    const [first] = gate;
    if (first === undefined || !('guard' in first)) throw new Error('no observation');
    const answers: ((state: RoundState) => void)[] = [];
    const measure: Stage['measure'] = () => new Promise((resolve) => answers.push(resolve));
    const { inbox, staged, looked } = play(
      planOf({ checks, onPause: 'promote' }),
      { begin: gate },
      { measure },
    );
    await looked;
    for (const observation of [{ ...first, aborting: true }, first])
      inbox.put({ type: 'sighting', sighting: { kind: 'observation', observation } });
    await new Promise(setImmediate);
    expect(answers).toHaveLength(2);
    answers[0]?.(stateOf('Successful'));
    await new Promise(setImmediate);
    expect(staged.arrived).toEqual([]);
    answers[1]?.(stateOf('Successful'));
    await new Promise(setImmediate);
    expect(staged.arrived).toEqual(['promote']);
  });

  it('are stopped when the run is cancelled', async () => {
    const { bench, ended, inbox } = begin();
    await bench.begins('pause');
    inbox.put({ type: 'stop', signal: 'SIGINT' });
    expect(phrase((await ended).end)).toBe('paused (cancelled)');
    expect(bench.stopped).toEqual(['pause']);
  });

  it('that were stopped leave nothing when the run ends', async () => {
    const cleaned: string[] = [];
    const measure: Stage['measure'] = async (_, __, signal) => {
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve());
      });
      await Promise.resolve();
      cleaned.push('the Job is deleted');
      throw signal.reason;
    };
    const { ended, inbox, looked } = play(
      planOf({ checks, onPause: 'promote' }),
      { begin: gate },
      { measure },
    );
    await looked;
    inbox.put({ type: 'stop', signal: 'SIGINT' });
    await ended;
    expect(cleaned).toEqual(['the Job is deleted']);
  });
});

describe('the checks beside a release', () => {
  it('abort it at once, in the middle of a wait', async () => {
    const bench = new Bench();
    const plan = planOf({ checks: checksOf(checkOf({ when: 'background' })), onPause: 'wait' });
    const { ended, staged } = play(plan, { begin: gate }, { measure: bench.measure });
    await bench.begins('background');
    bench.ends('background', stateOf('Failed'));
    await new Promise(setImmediate);
    expect(staged.arrived).toEqual(['abort']);
    void ended;
  });

  it('go on through the gates, and are stopped at the end', async () => {
    const bench = new Bench();
    const plan = planOf({ checks: checksOf(checkOf({ when: 'background' })), onPause: 'promote' });
    const { ended } = play(plan, { begin: gate, promote: toEnd }, { measure: bench.measure });
    await bench.begins('background');
    bench.tells('background', stateOf('Running'));
    expect(phrase((await ended).end)).toBe('healthy (completed)');
    expect(bench.begun).toEqual(['background']);
    expect(bench.stopped).toEqual(['background']);
  });
});
