import type { ProviderName } from '../../../src/checks/index.ts';
import { analysisTemplateFixture } from './analysis-template.ts';
import { commandFixture } from './command.ts';
import type { ProviderFixture } from './fixture.ts';
import { githubFixture } from './github.ts';
import { jobFixture } from './job.ts';
import { kubernetesFixture } from './kubernetes.ts';
import { prometheusFixture } from './prometheus.ts';
import { webFixture } from './web.ts';

/** A provider without a line here does not compile. */
export const fixtures: Readonly<Record<ProviderName, ProviderFixture>> = {
  web: webFixture,
  prometheus: prometheusFixture,
  job: jobFixture,
  analysisTemplate: analysisTemplateFixture,
  command: commandFixture,
  github: githubFixture,
  kubernetes: kubernetesFixture,
};
