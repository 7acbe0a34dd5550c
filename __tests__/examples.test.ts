import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import {
  calledFolder,
  exampleFiles,
  filesBelow,
  mistakesIn,
  placeholder,
  textOf,
  unpinned,
  type Workflow,
} from './support/workflow.ts';

const workflows = [...exampleFiles, ...filesBelow('.github/workflows', '.yml')];

describe.each(exampleFiles)('%s', (file) => {
  const workflow = parse(textOf(file)) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const ours = jobs.flatMap(({ steps = [] }) => steps).filter(({ uses }) => uses === placeholder);

  it('uses this action, its inputs and its outputs, and no others', () => {
    expect([...ours, ...jobs.filter(({ uses }) => uses?.startsWith(calledFolder))]).not.toHaveLength(0);
    expect(mistakesIn(workflow)).toEqual([]);
  });

  it('takes the kubeconfig from a secret', () => {
    expect(ours.map((step) => step.with?.['kubeconfig'])).toEqual(
      ours.map(() => '${{ secrets.KUBECONFIG }}'),
    );
  });

  // A workflow that is called leaves that to the one that calls it.
  it('runs one at a time', () => {
    const groups = Object.hasOwn(Object(workflow.on) as object, 'workflow_call')
      ? ['its caller']
      : [workflow.concurrency ?? jobs.map(({ concurrency }) => concurrency)].flat();
    expect(groups).not.toContain(undefined);
  });
});

describe.each(workflows)('%s', (file) => {
  it('asks for the permissions that it needs', () => {
    expect((parse(textOf(file)) as Workflow).permissions).toBeDefined();
  });

  it('pins the actions of others by SHA, and says which version that is', () => {
    expect(unpinned(textOf(file))).toEqual([]);
  });
});

describe('what the checks above find', () => {
  const broken = `
    jobs:
      deploy:
        outputs: { state: '\${{ steps.rollout.outputs.status }}' }
        steps:
          - id: rollout
            uses: ${placeholder}
            with: { image: x, tag: y }
      promote:
        steps:
          - uses: ${placeholder}
            with: { target: rollout/web, expect: '\${{ needs.deploy.outputs.hash }}' }`;

  it('names each input and output that is not there', () => {
    expect(mistakesIn(parse(broken) as Workflow)).toEqual([
      'tag is no input',
      'target is missing',
      'steps.rollout.outputs.status is no output',
      'needs.deploy.outputs.hash is no output of that job',
    ]);
  });
});
