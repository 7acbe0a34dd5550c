import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A step of a job. */
export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** A job: steps, or the call of a workflow. */
export interface Job {
  readonly concurrency?: unknown;
  readonly outputs?: Readonly<Record<string, string>>;
  /** The workflow that is called. */
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

/** A workflow, as far as the tests read it. */
export interface Workflow {
  readonly name?: string;
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A workflow that others call, as far as the tests read it. */
interface Called {
  readonly on: { readonly workflow_call: { readonly outputs?: object } };
}

/** How a workflow names this action. */
export const placeholder = 'OWNER/rollout-conductor@v1';

/** Where workflows that are called lie in a repository; here, in examples/reusable. */
export const calledFolder = './.github/workflows/';

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
};

/** The files below a folder of the checkout whose name ends so, as paths from the checkout. */
export function filesBelow(folder: string, ...ends: readonly string[]): readonly string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && ends.some((end) => entry.name.endsWith(end)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** The text of a file of the checkout. */
export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The code blocks of a page in a language, as they are fenced in Markdown. */
export function codeBlocks(page: string, language: string): readonly string[] {
  const blocks = textOf(page).matchAll(/^```(\w+)\n([\s\S]*?)^```/gm);
  return [...blocks].filter(([, fence]) => fence === language).map(([, , code = '']) => code);
}

/** The YAML blocks of a page that are whole workflows. */
export function workflowsIn(page: string): readonly string[] {
  return codeBlocks(page, 'yaml').filter((yaml) => /^jobs:/m.test(yaml));
}

/** The workflows of the examples; their manifests end with `.yaml`. */
export const exampleFiles = filesBelow('examples', '.yml');

/** What is wrong with how a workflow uses this action: inputs and outputs that are not there, and what is missing. */
export function mistakesIn(workflow: Workflow): readonly string[] {
  const jobs = Object.values(workflow.jobs);
  return [
    ...jobs.flatMap(({ steps = [] }) => steps.flatMap(mistakesInStep)),
    ...jobs.flatMap(mistakesInOutputs),
    ...mistakesInNeeds(workflow),
  ];
}

/** The lines that use somebody else's action without a SHA, or without saying which version that is. */
export function unpinned(workflow: string): readonly string[] {
  const own = [placeholder, calledFolder];
  const lines = workflow
    .split('\n')
    .filter((line) => line.includes('uses:') && !own.some((name) => line.includes(name)));
  return lines.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+(\.\d+){1,2}$/.test(line));
}

/** What is wrong with one step of this action. */
export function mistakesInStep({ uses, with: given = {} }: Step): readonly string[] {
  if (uses !== placeholder) return [];
  const unknown = Object.keys(given).filter((input) => !Object.hasOwn(action.inputs, input));
  const required = Object.entries(action.inputs).filter(([, input]) => input.required === true);
  const missing = required.filter(([input]) => !Object.hasOwn(given, input));
  return [
    ...unknown.map((input) => `${input} is no input`),
    ...missing.map(([input]) => `${input} is missing`),
  ];
}

function mistakesInOutputs(job: Job): readonly string[] {
  const { steps = [] } = job;
  const ours = steps.filter(({ uses }) => uses === placeholder).map(({ id }) => id);
  return references(job, /\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)
    .filter(([id, output]) => ours.includes(id) && !Object.hasOwn(action.outputs, output))
    .map(([id, output]) => `steps.${id}.outputs.${output} is no output`);
}

function mistakesInNeeds(workflow: Workflow): readonly string[] {
  return references(workflow, /\bneeds\.([\w-]+)\.outputs\.([\w-]+)/g)
    .filter(([job, output]) => !Object.hasOwn(outputsOf(workflow.jobs[job]), output))
    .map(([job, output]) => `needs.${job}.outputs.${output} is no output of that job`);
}

function outputsOf(job: Job | undefined): object {
  if (job?.uses === undefined) return job?.outputs ?? {};
  const called = textOf(job.uses.replace(calledFolder, 'examples/reusable/'));
  return (parse(called) as Called).on.workflow_call.outputs ?? {};
}

function references(value: unknown, pattern: RegExp): readonly (readonly [string, string])[] {
  return [...JSON.stringify(value).matchAll(pattern)].map(([, one = '', other = '']) => [one, other]);
}
