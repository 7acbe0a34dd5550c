import * as core from '@actions/core';
import type { ContainerImage } from '../model.ts';
import { formatImages, formatState } from '../format.ts';
import type { Report } from '../report.ts';
import type { Reporter } from './reporter.ts';

/** The step's outputs, set at the end whether the step is green or red. */
export function outputsReporter(): Reporter {
  return {
    update: () => undefined,
    close: (report) => {
      for (const [name, value] of Object.entries(outputsOf(report))) core.setOutput(name, value);
      return Promise.resolve();
    },
  };
}

/** Every output by name; one that is not known is empty, so that an expression over it is never an error. Pure. */
export function outputsOf({
  ending,
  observation,
  details,
  elapsed,
  links,
}: Report): Readonly<Record<string, string>> {
  return {
    ended: ending?.ended ?? 'unknown',
    reason: ending?.reason ?? 'failed',
    phase: observation?.phase ?? '',
    message: observation?.message ?? '',
    step: observation?.step?.index.toString() ?? '',
    steps: observation?.step?.of.toString() ?? '',
    weight: observation?.weight.desired?.toString() ?? '',
    'actual-weight': observation?.weight.actual?.toString() ?? '',
    revision: observation?.revision?.toString() ?? '',
    'pod-hash': observation?.guard.hash ?? '',
    image: mainImages(observation?.template),
    'stable-image': mainImages(details?.stable),
    state: observation === undefined ? '' : formatState(observation.guard),
    'comment-url': links.comment ?? '',
    report: links.report ?? '',
    duration: String(Math.round(elapsed / 1000)),
  };
}

function mainImages(images: readonly ContainerImage[] | undefined): string {
  return formatImages(images?.filter(({ init }) => !init));
}
