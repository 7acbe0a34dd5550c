import { connect } from '../../../src/kube/config.ts';
import { kubeClient } from '../../../src/kube/client.ts';
import type { Measured, Provider, Scene, Shown } from '../../../src/checks/provider.ts';
import { redactor } from '../../../src/checks/redact.ts';
import { type Clock, systemClock } from '../../../src/support/clock.ts';
import { applyManifests, clusterKubeconfig, getObject } from './kubernetes.ts';

/** What of a scene a test sets. */
export interface SceneShape {
  /** A path or content; the administrator's without it. */
  readonly kubeconfig?: string;
  readonly clock?: Clock;
  readonly check?: string;
  readonly args?: Readonly<Record<string, string>>;
  /** Values that nobody may see. */
  readonly hidden?: readonly string[];
  /** The kind of the owner, as kubectl takes it, and its name; a ConfigMap of its own without it. */
  readonly owner?: readonly [kind: string, name: string];
}

/** The scene of a round in a namespace, with a client of its own and an owner that is there. */
export async function sceneIn(namespace: string, shape: SceneShape = {}): Promise<Scene> {
  const { kubeconfig = clusterKubeconfig(), clock = systemClock, check, args = {}, hidden = [] } = shape;
  const connection = await connect({ kubeconfig, namespace, env: {} });
  const { apiVersion, kind, metadata } = await ownerOf(namespace, shape.owner);
  return {
    client: kubeClient(connection, { version: 'test' }),
    clock,
    env: {},
    namespace,
    owner: { apiVersion, kind, name: metadata.name, uid: metadata.uid },
    args: new Map(Object.entries(args)),
    round: 'r0und',
    ...(check !== undefined && { check }),
    redact: redactor(hidden),
  };
}

async function ownerOf(namespace: string, owner: SceneShape['owner']) {
  if (owner !== undefined) return getObject(namespace, ...owner);
  const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'target' } };
  await applyManifests(namespace, `${JSON.stringify(manifest)}\n`);
  return getObject(namespace, 'configmap', 'target');
}

/** A measurement that goes on. */
export interface Going {
  readonly done: Promise<Measured>;
  /** What it showed so far. */
  readonly shown: readonly Shown[];
  /** Aborts it, with the reason `no longer wanted`. */
  stop(): void;
}

/** Reads a spec as a check would, and begins to measure it. */
export function measuring<Spec>(provider: Provider<Spec>, raw: unknown, scene: Scene): Going {
  const stop = new AbortController();
  const shown: Shown[] = [];
  const done = provider.measure(read(provider, raw), scene, stop.signal, (one) => shown.push(one));
  // Looked at later, or not at all.
  done.catch(() => undefined);
  return { done, shown, stop: () => stop.abort(new Error('no longer wanted')) };
}

/** Reads a spec that has no mistake. */
export function read<Spec>(provider: Provider<Spec>, raw: unknown): Spec {
  const mistakes: string[] = [];
  const spec = provider.parse(raw, (path, what) => mistakes.push(`${path.join('.')} ${what}`));
  if (spec === undefined) throw new Error(`The spec is wrong: ${mistakes.join('; ')}`);
  return spec;
}

/** Time that goes so many times as fast. */
export function fastClock(times: number): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * times,
    sleep: (ms, signal) => systemClock.sleep(ms / times, signal),
  };
}
