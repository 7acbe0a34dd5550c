import { create } from './api.ts';
import type { Api } from './api.ts';
import type { Bench } from './bench.ts';
import { createCrds, createNamespace } from './crds.ts';

// Those of traffic routers too: the controller looks for Istio's kinds when it starts and, if they are not there,
// again only ten minutes later (v1.10.1, rollout/trafficrouting/istio/controller.go).
const crds = ['argo-rollouts-crds', 'istio-crds', 'gateway-api-crds'];
const plugins = { traffic: 'gateway-api-plugin', step: 'step-plugin' };

/** The components that the Argo Rollouts controller needs beside its own binary. */
export const neededByArgoRollouts: readonly string[] = [...crds, ...Object.values(plugins)];

/** Makes what has to be there before the controller starts. */
export async function prepareArgoRollouts({ api, built }: Bench, signal: AbortSignal): Promise<void> {
  await Promise.all([
    createNamespace(api, 'argo-rollouts').then(() => registerPlugins(api, built)),
    ...crds.map((name) => createCrds(api, built(name), signal)),
  ]);
}

// The controller reads this when it starts, copies the files into its working directory and runs the copies.
async function registerPlugins(api: Api, built: Bench['built']): Promise<void> {
  const plugin = (name: string, component: string): string =>
    JSON.stringify([{ name, location: `file://${built(component)}` }]);
  const manifest = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'argo-rollouts-config' },
    data: {
      trafficRouterPlugins: plugin('argoproj-labs/gatewayAPI', plugins.traffic),
      stepPlugins: plugin('argoproj-labs/step', plugins.step),
    },
  };
  await create(api, '/api/v1/namespaces/argo-rollouts/configmaps', JSON.stringify(manifest));
}

/** Whether the controller works. */
export async function isArgoRolloutsReady({ port, log }: Bench): Promise<boolean> {
  // Its /healthz answers before its caches are filled (v1.10.1 starts that server first of all), so it alone says
  // nothing. This line of its log comes after the caches are in step and the workers run.
  if (!log('rollouts-controller').includes('Started controller')) return false;
  return (await fetch(`http://127.0.0.1:${port('rollouts-health')}/healthz`)).ok;
}
