import { parseDuration } from '../../support/duration.ts';
import type { RawRollout, RawStep } from './rollout.ts';
import { describeHeaderRoute, describeMirrorRoute } from './route-step.ts';

/** The canary steps of a Rollout; empty for a rolling update. */
export function canarySteps(rollout: RawRollout): readonly RawStep[] {
  return rollout.spec?.strategy?.canary?.steps ?? [];
}

/** Milliseconds of a timed pause; undefined for a pause that waits for somebody, NaN for what cannot be read. */
export function pauseDuration(step: RawStep | undefined): number | undefined {
  const duration = step?.pause?.duration;
  if (duration === undefined) return undefined;
  try {
    return parseDuration(duration);
  } catch {
    // The controller calls such a spec invalid, which is for it to say.
    return Number.NaN;
  }
}

/** A step in the words of its own YAML, for the log and the timeline. */
export function describeStep(step: RawStep): string {
  if (step.setWeight !== undefined) return `setWeight ${String(step.setWeight)}`;
  if (step.pause !== undefined) {
    const { duration } = step.pause;
    return duration === undefined
      ? 'pause'
      : `pause ${String(duration)}${/^\d+$/.test(String(duration)) ? 's' : ''}`;
  }
  if (step.analysis !== undefined) {
    return named(
      'analysis',
      step.analysis.templates?.map(({ templateName }) => templateName),
    );
  }
  if (step.experiment !== undefined) return describeExperiment(step.experiment);
  if (step.setCanaryScale !== undefined) return `setCanaryScale ${describeScale(step.setCanaryScale)}`;
  if (step.setHeaderRoute !== undefined) return `setHeaderRoute ${describeHeaderRoute(step.setHeaderRoute)}`;
  if (step.setMirrorRoute !== undefined) return `setMirrorRoute ${describeMirrorRoute(step.setMirrorRoute)}`;
  if (step.plugin !== undefined) return named('plugin', [step.plugin.name]);
  // A kind of step that is newer than this action is shown by the key it has in the manifest.
  return Object.keys(step)[0] ?? 'step';
}

function named(kind: string, names: readonly (string | undefined)[] | undefined): string {
  return [kind, ...(names ?? []).filter((name) => name !== undefined)].join(' ');
}

function describeExperiment({ templates, duration }: NonNullable<RawStep['experiment']>): string {
  const sides = templates?.map(({ name, weight }) =>
    weight === undefined ? name : `${name ?? ''} (weight ${String(weight)})`,
  );
  return named('experiment', [...(sides ?? []), ...(duration === undefined ? [] : [`for ${duration}`])]);
}

function describeScale(scale: NonNullable<RawStep['setCanaryScale']>): string {
  if (scale.weight !== undefined) return `weight ${String(scale.weight)}`;
  if (scale.replicas !== undefined) return `replicas ${String(scale.replicas)}`;
  return 'matchTrafficWeight';
}
