import { parse } from 'yaml';
import type { RunningStep, StepResult, With } from '../../support/action.ts';
import { exampleFiles, placeholder, root, type Step, textOf, type Workflow } from '../../support/workflow.ts';
import { machineAddress } from './in-cluster.ts';
import { applyManifests, clusterKubeconfig, freshNamespace } from './kubernetes.ts';
import { Shop } from './rollouts.ts';

/** The jobs that were run, so that none is forgotten. */
const ran = new Set<string>();

/** The inputs of a step, with what GitHub would put in place of each expression. */
export function evaluate({ with: given = {} }: Step, values: With): With {
  const all: With = { 'secrets.KUBECONFIG': clusterKubeconfig(), ...values };
  const valueOf = (_: string, expression: string): string => {
    const value = all[expression];
    if (value === undefined) throw new Error(`The test gives no value for "${expression}".`);
    return value;
  };
  return Object.fromEntries(
    Object.entries(given).map(([input, text]) => [input, text.replace(/\$\{\{ (.+?) \}\}/g, valueOf)]),
  );
}

/** The step of this action in a job of an example. */
export function stepOf(file: string, job: string): Step {
  ran.add(`${file} ${job}`);
  const { jobs } = parse(textOf(file)) as Workflow;
  const step = jobs[job]?.steps?.find(({ uses }) => uses === placeholder);
  if (step === undefined) throw new Error(`${file} has no job ${job} with this action.`);
  return step;
}

/** A shop with the Rollout of an example, Healthy; `change` gives its Services and pods an address of the test's own. */
export async function openShop(
  manifests: string,
  change: (text: string) => string = (text) => text,
): Promise<Shop> {
  const shop = new Shop(await freshNamespace());
  await applyManifests(shop.namespace, change(textOf(manifests)));
  await shop.until('the first version to be Healthy', ({ status }) => status?.phase === 'Healthy');
  return shop;
}

/** The pods of a manifest have the machine's address, and its Services lead to a port there. */
export function leadTo(port: number): (manifests: string) => string {
  return (manifests) =>
    manifests
      .replaceAll('targetPort: 8080', `targetPort: ${String(port)}`)
      .replace(/( +)template:\n +metadata:\n/, `$&$1    annotations: { sim/pod-ip: ${machineAddress()} }\n`);
}

/** Runs a job of an example in the shop's namespace, to its end. */
export function runJob(shop: Shop, file: string, job: string, values: With = {}): Promise<StepResult> {
  return startJob(shop, file, job, values).result;
}

/** Starts a job of an example in the shop's namespace; the workspace is this repository. */
export function startJob(shop: Shop, file: string, job: string, values: With = {}): RunningStep {
  const { namespace } = shop;
  return shop.start({ ...evaluate(stepOf(file, job), values), namespace }, { GITHUB_WORKSPACE: root });
}

/** How a step ended, as `code ended (reason)`. */
export function end({ code, outputs }: StepResult): string {
  return `${String(code)} ${outputs['ended'] ?? ''} (${outputs['reason'] ?? ''})`;
}

/** The jobs with this action in the examples of a kind. */
function jobsOf(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    const { jobs } = parse(textOf(file)) as Workflow;
    const ours = Object.entries(jobs).filter(([, { steps = [] }]) =>
      steps.some(({ uses }) => uses === placeholder),
    );
    return ours.map(([job]) => `${file} ${job}`);
  });
}

/** The jobs of the examples with checks, or of those without, that this file of tests has not run. */
export function notRun({ withChecks }: { readonly withChecks: boolean }): readonly string[] {
  const files = exampleFiles.filter((file) => hasChecks(file) === withChecks);
  return jobsOf(files).filter((job) => !ran.has(job));
}

function hasChecks(file: string): boolean {
  const { jobs } = parse(textOf(file)) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  return steps.some((step) => step.with?.['checks'] !== undefined);
}
