import { conduct } from './conduct.ts';
import type { Decision } from './decide/decision.ts';
import { endingOf } from './ending.ts';
import { ActionableError, joinMistakes } from './errors.ts';
import { type Failure, failureOf } from './failure.ts';
import { Inbox } from './inbox.ts';
import { type Environment, givenInput, inputDefaults, type InputName } from './inputs.ts';
import { kubeClient } from './kube/client.ts';
import { type Connection, connect } from './kube/config.ts';
import { expiryNotice } from './kube/token-expiry.ts';
import { longestWait, makePlan, type Planned, requestsOf } from './plan.ts';
import { requireAccess } from './preflight.ts';
import { Recorder } from './recorder.ts';
import { reporters } from './reporters/index.ts';
import type { Clock } from './support/clock.ts';
import { targetKinds } from './targets/index.ts';
import type { Details, Target } from './targets/target.ts';

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

/** How long the end may take to read what people want to see: a cancelled job has 7.5 s before SIGTERM. */
const detailsTime = 5_000;

/** One step of a workflow, from its inputs to its report. Resolves whatever happens; the log sets the exit code. */
export async function run(world: World): Promise<void> {
  const recorder = new Recorder(world.clock);
  const notice = (text: string): void => recorder.notice(text);
  const setting = { summaryPath: world.env['GITHUB_STEP_SUMMARY'], notice };
  recorder.tell(Object.values(reporters).map((reporter) => reporter(setting)));
  const { end, details } = await outcomeOf(world, recorder);
  await recorder.close(endingOf(recorder.operation, end.ended, end.reason, end.message), details);
}

async function outcomeOf(world: World, recorder: Recorder): Promise<Outcome> {
  let connection: Connection | undefined;
  try {
    const { env } = world;
    recorder.begin(givenInput(env, 'operation') || inputDefaults.operation, givenInput(env, 'target'));
    const prepared = await prepare(world);
    connection = prepared.connection;
    const { plan, unused } = prepared.planned;
    for (const input of unused)
      recorder.notice(`The input ${input} is not used by operation: ${plan.operation}.`);
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
  const planned = await attempt(() => makePlan(world.env));
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
  { clock, version, onCancel }: World,
  recorder: Recorder,
): Promise<Outcome> {
  const client = kubeClient(connection, { version, clock });
  const inbox = new Inbox();
  const life = new AbortController();
  onCancel((signal) => inbox.put({ type: 'stop', signal }));
  const targetKind = targetKinds[kind];
  const { namespace } = connection;
  const notice = (text: string): void => recorder.notice(text);
  const target = targetKind.open({ client, clock, namespace, name, notice });
  const rules = targetKind.access(name, namespace, requestsOf(plan));
  const check = (): Promise<void> => requireAccess(client, rules, life.signal);
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
      explain,
      onDecision,
    });
    const seen = facts.observation !== undefined && !facts.gone;
    return { end, ...(seen ? await readDetails(target, notice) : {}) };
  } finally {
    life.abort();
  }
}

/** Details are for people: that they cannot be read changes nothing. */
async function readDetails(target: Target, notice: (text: string) => void): Promise<{ details?: Details }> {
  try {
    const details = await target.details(AbortSignal.timeout(detailsTime));
    for (const text of details.notices) notice(text);
    return { details };
  } catch (error) {
    notice(`The tree is not shown: ${String(error)}`);
    return {};
  }
}
