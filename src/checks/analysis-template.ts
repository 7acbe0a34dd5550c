import { ActionableError } from '../errors.ts';
import { type AccessRule, ruleFor } from '../kube/access.ts';
import { analysisRuns, analysisTemplates, clusterAnalysisTemplates } from '../kube/resources.ts';
import { followRun, terminate } from './analysis-template/follow.ts';
import { cleanUp, madeMetadata, makeOnce } from './in-cluster/made.ts';
import type { EarlyScene, Measured, Provider, Scene, Shown } from './provider.ts';
import { redacted } from './in-cluster/redacted-errors.ts';
import { readTemplates, type RawTemplate } from './analysis-template/template.ts';
import { type RunSpec, refuseEndless, runSpec } from './analysis-template/run.ts';
import { parseTemplateCheck, type TemplateCheck } from './analysis-template/spec.ts';

/** Seconds that an AnalysisRun is left for people to look at: it counts for no history limit of a Rollout. */
const retention = 86_400;

/** A controller with an instance id sees only the templates and runs that have it (cmd/rollouts-controller, 1.10.1). */
const instanceLabel = 'argo-rollouts.argoproj.io/controller-instance-id';

/**
 * An AnalysisTemplate of the cluster, measured by the controller: an entry `templateName: x` of `checks`. A metric with
 * an interval and no count is measured until the round is ended, so it fits `when: background` only.
 */
export const analysisTemplate: Provider<TemplateCheck> = {
  conditions: false,
  parse: parseTemplateCheck,
  access: templateAccess,
  async verify(check, scene, signal) {
    const { spec } = await readSpec(check, scene, signal);
    if (scene.lasts !== true) refuseEndless(check.templateName, spec);
  },
  measure: (check, scene, signal, progress) =>
    redacted(scene.redact, signal, () => measureTemplate(check, scene, signal, progress)),
};

async function measureTemplate(
  check: TemplateCheck,
  scene: Scene,
  signal: AbortSignal,
  progress: (shown: Shown) => void,
): Promise<Measured> {
  const { client, namespace } = scene;
  const { templates, spec } = await readSpec(check, scene, signal);
  const body = bodyOf(check, templates, spec, scene);
  let ended = false;
  try {
    const made = await makeOnce(client, analysisRuns, namespace, body, signal);
    const measured = await followRun(made, { ...scene, signal }, progress);
    ended = true;
    return measured;
  } finally {
    if (!ended) await cleanUp((late) => terminate(client, namespace, body.metadata.name, late));
  }
}

function templateAccess(
  { templateName, clusterScope }: TemplateCheck,
  namespace: string,
): readonly AccessRule[] {
  const read = 'read the template of a check';
  const live: AccessRule = {
    ...ruleFor('watch', analysisRuns, { namespace }, 'see the AnalysisRun of a check live (optional)'),
    optional: true,
  };
  return [
    clusterScope
      ? ruleFor('get', clusterAnalysisTemplates, { name: templateName }, read)
      : ruleFor('get', analysisTemplates, { namespace }, read),
    ruleFor('create', analysisRuns, { namespace }, 'run the AnalysisRun of a check'),
    ruleFor('get', analysisRuns, { namespace }, 'see how the AnalysisRun of a check ended'),
    ruleFor('patch', analysisRuns, { namespace }, 'end the AnalysisRun of a check'),
    live,
  ];
}

/** Throws ActionableError where a template or a value is missing. */
async function readSpec(
  check: TemplateCheck,
  { client, namespace, args, redact }: EarlyScene,
  signal: AbortSignal,
): Promise<{ readonly templates: readonly RawTemplate[]; readonly spec: RunSpec }> {
  const templates = await readTemplates(client, namespace, check, signal);
  const isSecret = (value: string): boolean => redact(value) !== value;
  const own = check.args;
  // An AnalysisRun can be read by many who may read no Secret.
  for (const { name, value } of own.filter((arg) => isSecret(arg.value ?? '')))
    throw new ActionableError({
      what: `The arg ${name} of the template ${check.templateName} has a secret value: "${redact(value ?? '')}". It would stand in the AnalysisRun for everybody to read.`,
      next: 'let the controller read it: valueFrom.secretKeyRef in `args` of the check, or in the template.',
      reason: 'bad-input',
    });
  const common = new Map([...args].filter(([, value]) => !isSecret(value)));
  return { templates, spec: runSpec(check.templateName, templates, { own, common }) };
}

function bodyOf(
  { templateName }: TemplateCheck,
  templates: readonly RawTemplate[],
  spec: RunSpec,
  scene: Scene,
) {
  const ours = madeMetadata(scene, templateName);
  const instance = templates.find(({ metadata }) => metadata.name === templateName)?.metadata.labels?.[
    instanceLabel
  ];
  const labels = { ...ours.labels, ...(instance !== undefined && { [instanceLabel]: instance }) };
  return {
    metadata: { ...ours, labels },
    spec: { ...spec, ttlStrategy: { secondsAfterCompletion: retention } },
  };
}
