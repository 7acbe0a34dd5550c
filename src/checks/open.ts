import { createHash } from 'node:crypto';
import { checksOf, roundKey } from '../gates.ts';
import type { Environment } from '../inputs.ts';
import type { AccessRule } from '../kube/access.ts';
import type { KubeClient } from '../kube/client.ts';
import type { Observation } from '../observation.ts';
import type { Plan } from '../plan.ts';
import type { Clock } from '../support/clock.ts';
import type { Target } from '../targets/target.ts';
import { type ArgSetting, knownArgs, otherSamples, predefinedArgs, sampleArgs } from './args.ts';
import type { Check, Checks } from './check.ts';
import { providerOf } from './index.ts';
import { measureRound } from './measuring/measure.ts';
import type { Scene } from './provider.ts';
import { redactor } from './redact.ts';
import type { RoundName, RoundState } from './round.ts';
import { readSample } from './reading/sample.ts';
import { readArgs, secretAccess } from './sources.ts';
import { readAll, verifyChecks } from './verify.ts';

/** What checks are measured with. */
export interface CheckSetting extends ArgSetting {
  readonly client: KubeClient;
  readonly clock: Clock;
  readonly env: Environment;
}

/** The checks of a plan, ready to be measured against one target. */
export interface OpenChecks {
  /** What all of them have to be allowed in the cluster. */
  readonly access: readonly AccessRule[];
  /** Makes sure before the first write that each can be measured at all; throws ActionableError. */
  verify(signal: AbortSignal): Promise<void>;
  /** Measures one round; see `Stage.measure`. */
  measure(
    target: Target,
    round: RoundName,
    observation: Observation,
    signal: AbortSignal,
    onChange: (state: RoundState) => void,
  ): Promise<RoundState>;
}

/** Opens the checks of a plan. Sends nothing. */
export function openChecks(plan: Plan, setting: CheckSetting): OpenChecks {
  const { client, clock, env, namespace } = setting;
  const checks = plan.checks?.checks ?? [];
  const sources = plan.checks?.args ?? new Map();
  const known = knownArgs(setting);
  const rulesOf = (check: Check, more: Checks['args']): readonly AccessRule[] => {
    const metric = readSample(check, new Map([...more, ...known, ...sources]), env, () => undefined);
    return metric === undefined ? [] : providerOf(metric).access(metric.spec, namespace);
  };
  return {
    access: [
      ...secretAccess(sources, namespace),
      ...checks.flatMap((check) => certainRules(rulesOf(check, new Map()), rulesOf(check, otherSamples()))),
    ],
    async verify(signal) {
      const { values, hidden } = await readArgs(sources, { client, env, namespace }, signal);
      const argsWith = (more: Checks['args']): ReadonlyMap<string, string> =>
        new Map([...sampleArgs(new Map([...more, ...known, ...sources]), env), ...values]);
      const [args, others] = [argsWith(new Map()), argsWith(otherSamples())];
      const scene = { client, clock, env, namespace, args, redact: redactor(hidden) };
      await verifyChecks(checks, scene, others, signal);
    },
    async measure(target, round, observation, signal, onChange) {
      const { values, hidden } = await readArgs(sources, { client, env, namespace }, signal);
      const args = new Map([...predefinedArgs(setting, observation), ...values]);
      const redact = redactor(hidden);
      const scene: Scene = {
        client,
        clock,
        env,
        namespace,
        args,
        owner: ownerOf(target, observation),
        round: nameOf(round, clock.now()),
        redact,
      };
      return await measureRound(readAll(checksOf(plan, round), args, redact), scene, signal, onChange);
    },
  };
}

/**
 * The rules that do not depend on a sample: a Service whose name only the cluster knows (`{{args.preview-service}}`) is
 * not asked for by a name that it does not have. What it lacks is told when it measures.
 */
function certainRules(rules: readonly AccessRule[], others: readonly AccessRule[]): readonly AccessRule[] {
  const same = new Set(others.map((rule) => JSON.stringify(rule)));
  return rules.filter((rule) => same.has(JSON.stringify(rule)));
}

function ownerOf({ resource, name }: Target, { guard }: Observation): Scene['owner'] {
  const { group, version, kind } = resource;
  return { apiVersion: group === '' ? version : `${group}/${version}`, kind, name, uid: guard.uid };
}

/** A gate that is begun again is another round: its Jobs must not meet those of the one before. */
function nameOf(round: RoundName, now: number): string {
  return createHash('sha256')
    .update(`${roundKey(round)} ${String(now)}`)
    .digest('hex')
    .slice(0, 10);
}
