import { formatState } from '../format.ts';
import type { Pause } from '../model.ts';
import type { Observation } from '../observation.ts';
import type { Report } from '../report.ts';
import type { RouteWeight } from '../targets/route-weight.ts';
import type { Details, TreeNode } from '../targets/target.ts';
import { stepTimes } from '../timeline.ts';
import type { RouteDocument, TreeDocument } from './cluster.ts';
import { known } from './known.ts';
import { analysisDocument, roundDocument } from './round-documents.ts';
import type { PauseDocument, SidesDocument, StepDocument, TargetDocument } from './target.ts';
import { diagnosisDocument, timelineDocument } from './timeline-documents.ts';
import { timeOf } from './words.ts';

/** The target of a report: how it was seen last, and what happened to it. Pure. */
export function targetDocument(report: Report): TargetDocument {
  const { target, where, observation, details, startedAt } = report;
  return known<TargetDocument>({
    target,
    namespace: where?.namespace,
    context: where?.context,
    server: where?.server,
    ...(observation && seen(observation, report)),
    ...(details && read(details)),
    timeline: report.timeline.map((entry) => timelineDocument(startedAt, entry)),
    rounds: report.rounds.map(roundDocument),
    diagnoses: (report.diagnoses ?? []).map(diagnosisDocument),
  });
}

function seen(observation: Observation, report: Report): Partial<TargetDocument> {
  const { current, phase, message, step, weight, replicas, template, revision, guard } = observation;
  const { aborted, sides, pauses } = observation;
  return known<Partial<TargetDocument>>({
    current,
    phase,
    message,
    step,
    steps: stepDocuments(observation, report),
    weight,
    replicas,
    images: template,
    revision,
    // Empty as long as the controller has not made the first revision.
    podHash: guard.hash === '' ? undefined : guard.hash,
    stablePodHash: guard.stable,
    state: formatState(guard),
    pauses: pauses.map(pauseDocument),
    sides: sides && known<SidesDocument>({ active: sides.active?.hash, preview: sides.preview?.hash }),
    aborted: aborted && { by: aborted.by, cause: aborted.cause },
  });
}

function stepDocuments({ steps }: Observation, { timeline, startedAt }: Report): readonly StepDocument[] {
  return stepTimes(timeline, steps).map(({ index, step, from, duration }) =>
    known<StepDocument>({
      index,
      step,
      startedAt: from === undefined ? undefined : timeOf(startedAt + from),
      duration,
    }),
  );
}

function pauseDocument({ kind, ours, since, until }: Pause): PauseDocument {
  return known<PauseDocument>({ kind, ours: ours === true, since, until: timeOf(until) });
}

function read({ strategy, stable, analyses, routes, tree }: Details): Partial<TargetDocument> {
  return known<Partial<TargetDocument>>({
    strategy,
    stableImages: stable,
    analyses: analyses.map(analysisDocument),
    routes: routes.map(routeDocument),
    tree: treeDocument(tree),
  });
}

function routeDocument({
  kind,
  name,
  route,
  stable,
  canary,
  total,
  managed,
  from,
}: RouteWeight): RouteDocument {
  return known<RouteDocument>({ kind, name, route, stable, canary, total, managed, from });
}

function treeDocument({ name, kind, status, created, info, scaleDownAt, children }: TreeNode): TreeDocument {
  return known<TreeDocument>({
    name,
    kind,
    status,
    created,
    info,
    scaleDownAt,
    children: children.map(treeDocument),
  });
}
