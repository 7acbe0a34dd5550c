import type { ContainerImage } from './model.ts';
import type { Guard, Observation } from './observation.ts';

/** Phase and message as one line, such as `Paused: CanaryPauseStep`. */
export function formatPhase({ phase, message }: Pick<Observation, 'phase' | 'message'>): string {
  return message === '' ? phase : `${phase}: ${message}`;
}

/** The images as one line for people and outputs: bare for one container, `name=image` for several. */
export function formatImages(images: readonly ContainerImage[] | undefined): string {
  const [first, ...others] = images ?? [];
  if (first === undefined) return '';
  if (others.length === 0) return first.image;
  return [first, ...others].map(({ container, image }) => `${container}=${image}`).join(' ');
}

/**
 * The `state` of a target: candidate's hash, step and start of its pause in seconds as base 36, such as
 * `7d9c5b8f6.1.t0xk1b`. No braces and no colons: a person types it, and GitHub carries it between jobs.
 *
 * A second pause is another state: who approved a gate has not judged the analysis that became inconclusive there.
 */
export function formatState({ hash, step, since, pauses }: Guard): string {
  const all = pauses?.map(({ startTime }) => startTime) ?? (since === undefined ? [] : [since]);
  const starts = all.map((start) => Math.floor(Date.parse(start) / 1000).toString(36)).join('');
  return [hash === '' ? '-' : hash, step === undefined ? '-' : String(step), starts || '-'].join('.');
}
