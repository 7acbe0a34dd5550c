import { ActionableError } from '../errors.ts';
import { describeDuration } from '../support/duration.ts';
import { GithubFailure } from './github/failure.ts';
import { type Found, type Look, looking } from './github/look.ts';
import { type GithubPlace, placeOf } from './github/place.ts';
import { type GithubSpec, parseGithub } from './github/spec.ts';
import type { CheckVerdict, Measured, Provider, Scene } from './provider.ts';

/** A job has 1,000 requests an hour for its repository: this is a third of them for one check. */
const POLL_MS = 10_000;

/**
 * A check run or commit status of a commit: `provider.github`, which only a workflow has.
 *
 * A measurement waits until the check is done, for `timeoutSeconds` at most: then, and where nobody has reported it by
 * then, it is Inconclusive. Without a condition it is Successful where GitHub lets a pull request be merged (success,
 * neutral, skipped), and Failed otherwise. `result` is `{status, conclusion}` of a check run, `{state}` of a commit
 * status, in GitHub's words.
 */
export const github: Provider<GithubSpec> = {
  conditions: true,
  parse: parseGithub,
  access: () => [],
  async verify(spec, { env, clock, redact }, signal) {
    const place = placeOf(spec, env);
    try {
      await (
        await looking(spec, place)
      )(signal, clock.now());
    } catch (error) {
      signal.throwIfAborted();
      // Before the run, the commit may be the sample of an arg.
      if (!(error instanceof GithubFailure) || error.passing || error.status === 422) return;
      throw new ActionableError(
        {
          what: redact(`A check cannot ask GitHub: ${error.message}.`),
          asked: redact(questionOf(spec, place)),
          next: 'correct the check, the token or its permissions; nothing was changed in the cluster.',
          reason: 'bad-input',
        },
        { cause: error },
      );
    }
  },
  async measure(spec, scene, signal, progress) {
    const { env, clock, redact } = scene;
    signal.throwIfAborted();
    const place = placeOf(spec, env);
    const look = patient(await looking(spec, place), scene, signal);
    const deadline = clock.now() + spec.timeoutMs;
    for (;;) {
      const seen = await look(deadline);
      const link = seen.found?.link;
      const shown = {
        query: redact(questionOf(spec, place)),
        ...(link !== undefined && { link: redact(link) }),
      };
      progress(shown);
      if (seen.found?.done === true) return { ...judge(seen.found), ...shown };
      const left = deadline - clock.now();
      if (left <= 0) return { ...undecided(seen, spec, redact), ...shown };
      await clock.sleep(Math.min(POLL_MS, left), signal);
    }
  },
};

/** Waits as long as GitHub asks for, if that is before the deadline. */
function patient(
  look: Awaited<ReturnType<typeof looking>>,
  { clock, redact }: Pick<Scene, 'clock' | 'redact'>,
  signal: AbortSignal,
): (deadline: number) => Promise<Look> {
  const again = async (deadline: number): Promise<Look> => {
    try {
      return await look(signal, clock.now());
    } catch (error) {
      if (!(error instanceof GithubFailure)) throw error;
      const wait = error.retryAfterMs;
      if (wait === undefined || clock.now() + wait >= deadline) {
        throw new Error(redact(error.message), { cause: error });
      }
      await clock.sleep(wait, signal);
      return again(deadline);
    }
  };
  return again;
}

function judge({ result, word }: Found): Measured {
  const verdict: CheckVerdict = ['success', 'neutral', 'skipped'].includes(word) ? 'Successful' : 'Failed';
  return { kind: 'verdict', verdict, value: word, message: '', result };
}

/** Nobody knows yet, whatever the conditions would say of what there is. */
function undecided(seen: Look, { kind, name, timeoutMs }: GithubSpec, redact: Scene['redact']): Measured {
  const after = timeoutMs === 0 ? '' : ` after ${describeDuration(timeoutMs)}`;
  const others =
    seen.found === undefined && seen.others.length > 0 ? `; there are: ${seen.others.join(', ')}` : '';
  const message =
    seen.found === undefined
      ? `nobody has reported a ${kind} "${name}"${after}${others}`
      : `the ${kind} "${name}" is still ${seen.found.word}${after}`;
  return {
    kind: 'verdict',
    verdict: 'Inconclusive',
    value: seen.found?.word ?? '',
    message: redact(message),
  };
}

function questionOf({ kind, name }: GithubSpec, { owner, repo, ref }: GithubPlace): string {
  const short = /^[0-9a-f]{40}$/.test(ref) ? ref.slice(0, 7) : ref;
  return `${kind} "${name}" of ${owner}/${repo}@${short}`;
}
