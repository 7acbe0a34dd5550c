import { describe, expect, it } from '@jest/globals';
import { ActionableError, InputError, type InputMistake, asError, joinMistakes } from '../src/errors.ts';

describe('an error', () => {
  it('says what happened, what was asked, and what to do next, a line each', () => {
    const error = new ActionableError({ what: 'It broke.', asked: 'to promote rollout/web', next: 'look.' });
    expect(error.message).toBe('It broke.\nAsked: to promote rollout/web\nWhat to do: look.');
    expect(error).toBeInstanceOf(Error);
  });

  it('leaves out what was asked where that is plain, and keeps its cause', () => {
    const cause = new Error('socket');
    const error = new ActionableError({ what: 'It broke.', next: 'look.' }, { cause });
    expect(error.message).toBe('It broke.\nWhat to do: look.');
    expect(error.cause).toBe(cause);
  });

  it('of inputs names each with what was given and what is allowed', () => {
    const error = new InputError([
      { input: 'timeout', given: 'soon', allowed: 'a time' },
      { input: 'image', given: '', allowed: 'the image to deploy', next: 'operation: deploy sets it.' },
    ]);
    expect(error.message).toBe(
      [
        '2 inputs are wrong:',
        '- timeout: "soon" was given; allowed: a time.',
        '- image: nothing was given; allowed: the image to deploy. operation: deploy sets it.',
        'What to do: correct the `with:` block of this step; nothing was changed in the cluster.',
      ].join('\n'),
    );
    expect(new InputError([{ input: 'a', given: 'b', allowed: 'c' }]).message).toMatch(
      /^One input is wrong:/,
    );
  });
});

describe('an error of inputs with many lines', () => {
  const found = (input: string, where: string, next?: string): InputMistake => ({
    input,
    given: '',
    allowed: '',
    found: where,
    ...(next !== undefined && { next }),
  });

  it('names each place, and never shows the whole text', () => {
    const error = new InputError([
      found('checks', 'deploy/checks.yaml:3:5: a.interval is 5', 'write 5s'),
      found('checks', 'deploy/checks.yaml:9:5: b.when is "x"', 'did you mean y?'),
      found('args', 'line 1: no arg'),
    ]);
    expect(error.message).toBe(
      [
        '2 inputs are wrong, in 3 places:',
        '- checks: deploy/checks.yaml:3:5: a.interval is 5; write 5s.',
        '- checks: deploy/checks.yaml:9:5: b.when is "x"; did you mean y?',
        '- args: line 1: no arg.',
        'What to do: correct the `with:` block of this step, or the file that it names; nothing was changed in the cluster.',
      ].join('\n'),
    );
    expect(new InputError([found('args', 'line 1: no arg')]).message).toMatch(/^One input is wrong:/);
  });
});

describe('what was thrown', () => {
  it('is an error, whatever it was', () => {
    const error = new Error('x');
    expect(asError(error)).toBe(error);
    expect(asError('a string')).toEqual(new Error('a string'));
    expect(asError(undefined).message).toBe('undefined');
  });
});

describe('mistakes that were found together', () => {
  const input = new InputError([{ input: 'timeout', given: 'soon', allowed: 'a time' }]);
  const kubeconfig = new ActionableError({ what: 'There is no kubeconfig.', next: 'give one.' });

  it('are told together, each with what to do', () => {
    const { message, parts } = joinMistakes([input, kubeconfig]);
    for (const text of ['timeout', 'There is no kubeconfig.', 'correct the `with:` block', 'give one.']) {
      expect(message).toContain(text);
    }
    expect(parts.reason).toBe('bad-input');
  });

  it('one alone stays as it is', () => {
    expect(joinMistakes([input])).toBe(input);
  });

  it('one without a reason gets one', () => {
    expect(joinMistakes([kubeconfig]).parts).toMatchObject({
      what: 'There is no kubeconfig.',
      reason: 'bad-input',
    });
  });
});
