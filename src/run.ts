import { openChecks } from './checks/open.ts';
import { conduct } from './conduct.ts';
import type { Decision } from './decide/decision.ts';
import { endingOf } from './ending.ts';
import { leftBy, readDetails, remember } from './epilogue.ts';
import { ActionableError, joinMistakes } from './errors.ts';
import { type Failure, failureOf } from './failure.ts';
import { Inbox } from './inbox.ts';
import { type Environment, givenInput, inputDefaults, type InputName } from './inputs.ts';
import type { AccessRule } from './kube/access.ts';
import { kubeClient } from './kube/client.ts';
import { type Connection, connect } from './kube/config.ts';
import { expiryNotice } from './kube/token-expiry.ts';
import { longestWait, readingsOf, requestsOf } from './intent.ts';
import { runIdentity } from './note.ts';
import { makePlan, type Planned } from './plan.ts';
import { requireAccess } from './preflight.ts';
import { Recorder } from './recorder.ts';
import { explainEnd } from './render/analysis.ts';
import { githubSetting } from './reporters/github-setting.ts';
import { remoteReporters, reporters } from './reporters/index.ts';
import { settingOf } from './reporters/setting.ts';
import type { Clock } from './support/clock.ts';
import { targetKinds } from './targets/index.ts';
import type { Details } from './targets/target.ts';

/** What a run needs of the world; the entry gives it. */
export interface World {
  readonly env: Environment;
  readonly clock: Clock;
  /** Version of this action, told to the API server in User-Agent. */
  readonly version: string;
  /** Hides a secret value in everything that is printed from now on. */
  readonly mask: (secret: string) => void;
  /** Calls back with the name of the signal that cancels the run. */
  readonly onCancel: (stop: (signal: string) => void) => void;
}

/** How a run came to its end, and what there is to show. */
interface Outcome {
  readonly end: Failure | Extract<Decision, { do: 'finish' }>;
  readonly details?: Details;
}

/** How long the end may take to note how it fared and to read what people want to see. */
const endTime = 5_000;

/** The same of a cancelled run, which has waited for its request: a runner sends SIGTERM 7.5 s after SIGINT. */
const cancelledEndTime = 2_500;

/** What a step is to do, from its environment. Throws InputError with all that is wrong. */
export type Planner = (env: Environment) => Planned;

/**
 * One step of a workflow, from its inputs to its report. Resolves whatever happens; the log sets the exit code. The
 * post step is the same with a plan of its own.
 */
export async function run(world: World, planner: Planner = makePlan): Promise<void> {
  const recorder = new Recorder(world.clock, runIdentity(world.env));
  const secrets = new Set<string>();
  const setting = settingOf(world.env, recorder, () => [...secrets]);
  const local = Object.values(reporters).map((reporter) => reporter(setting));
  recorder.tell(local, remoteReporters(world.env, githubSetting(world.env, world.clock, recorder), recorder));
  const mask = (secret: string): void => {
    secrets.add(secret);
    world.mask(secret);
  };
  const { end, details } = await outcomeOf({ ...world, mask }, planner, recorder);
  const message = explainEnd(end, details?.analyses ?? []);
  const ending = endingOf(recorder.operation, end.ended, end.reason, message);
  const annotations = 'annotations' in end ? end.annotations : undefined;
  await recorder.close({ ...ending, ...(annotations && { annotations }) }, details);
}

async function outcomeOf(world: World, planner: Planner, recorder: Recorder): Promise<Outcome> {
  let connection: Connection | undefined;
  try {
    const { env } = world;
    recorder.begin(givenInput(env, 'operation') || inputDefaults.operation, givenInput(env, 'target'));
    const prepared = await prepare(world, planner);
    connection = prepared.connection;
    const { plan, unused, notices } = prepared.planned;
    recorder.begin(plan.operation, givenInput(env, 'target'));
    for (const input of unused)
      recorder.notice(`The input ${input} is not used by operation: ${plan.operation}.`);
    for (const text of notices) recorder.notice(text);
    recorder.locate(connection);
    const expiring = expiryNotice(await connection.lifetime(), world.clock.now(), longestWait(plan));
    if (expiring !== undefined) recorder.notice(expiring);
    return await conductPlanned(prepared.planned, connection, world, recorder);
  } catch (error) {
    return { end: failureOf(error, connection) };
  } finally {
    connection?.close();
  }
}

/** Reads inputs and kubeconfig; sends nothing. Throws one error with all that is wrong in either. */
async function prepare(
  world: World,
  planner: Planner,
): Promise<{ readonly planned: Planned; readonly connection: Connection }> {
  const mistakes: ActionableError[] = [];
  const attempt = async <Value>(make: () => Value | Promise<Value>): Promise<Value | undefined> => {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof ActionableError)) throw error;
      mistakes.push(error);
      return undefined;
    }
  };
  const planned = await attempt(() => planner(world.env));
  const connection = await attempt(() => connectTo(world));
  if (planned === undefined || connection === undefined) throw joinMistakes(mistakes);
  return { planned, connection };
}

function connectTo({ env, mask, clock }: World): Promise<Connection> {
  const given = (input: InputName): string => givenInput(env, input);
  const place = { kubeconfig: given('kubeconfig'), context: given('context'), namespace: given('namespace') };
  return connect({ ...place, env, onSecret: mask, clock });
}

async function conductPlanned(
  { plan, target: { kind, name } }: Planned,
  connection: Connection,
  { env, clock, version, onCancel }: World,
  recorder: Recorder,
): Promise<Outcome> {
  const client = kubeClient(connection, { version, clock });
  const inbox = new Inbox();
  const life = new AbortController();
  onCancel((signal) => inbox.put({ type: 'stop', signal }));
  const targetKind = targetKinds[kind];
  const { namespace } = connection;
  const notice = (text: string): void => recorder.notice(text);
  const requests = requestsOf(plan);
  const require = (rules: readonly AccessRule[], signal: AbortSignal): Promise<void> =>
    requireAccess(client, rules, signal);
  const target = targetKind.open({ client, clock, namespace, name, notice, requests, require });
  const checks = openChecks(plan, {
    client,
    clock,
    env,
    namespace,
    target: target.ref,
    runUrl: plan.run?.url ?? '',
    sha: plan.run?.commit ?? '',
  });
  const rules = [...targetKind.access(name, namespace, requests, readingsOf(plan)), ...checks.access];
  const check = async (): Promise<void> => {
    await require(rules, life.signal);
    await checks.verify(life.signal);
  };
  const explain = (error: unknown): Failure => failureOf(error, connection);
  const onDecision = recorder.record.bind(recorder);
  try {
    const { end, facts } = await conduct({
      target,
      plan,
      inbox,
      clock,
      signal: life.signal,
      check,
      measure: (...order) => checks.measure(target, ...order),
      explain,
      onDecision,
    });
    const late = AbortSignal.timeout(facts.stopped === undefined ? endTime : cancelledEndTime);
    if (requests.length > 0 && !plan.dryRun) await remember(target, facts, end, late);
    const seen = facts.observation !== undefined && !facts.gone;
    const left = end.ended === 'rolled-back' ? leftBy(facts) : undefined;
    return { end, ...(seen ? await readDetails(target, left, notice, late) : {}) };
  } finally {
    life.abort();
  }
}
