import { createHash } from 'node:crypto';
import type { Answer, Call, Served, Urls } from './call.ts';
import { type Asked, contract, type Operation } from './contract.ts';
import { type ErrorAnswer, notFound, Refusal } from './errors.ts';
import type { Tree } from './json-schema.ts';
import type { Limits } from './limits.ts';
import { operations } from './operations/index.ts';
import { pageOf } from './pages.ts';
import type { Repository, Stamp } from './repository.ts';
import { requireAccess, type Token } from './tokens.ts';
import type { Reply, Request } from './wire.ts';

/** All that the server knows. */
export interface World {
  readonly urls: Urls;
  readonly stamp: () => Stamp;
  readonly tokens: ReadonlyMap<string, Token>;
  readonly repositories: readonly Repository[];
  readonly limits: Limits;
  /** Told what no client should send, and what is wrong with our own answers. */
  readonly violation: (text: string) => void;
}

/** The operation that a request asks for; undefined for none that the server answers. */
export function operationOf({ method, path }: Asked): Operation | undefined {
  return contract.find((operation) => operation.method === method && operation.match(path) !== undefined);
}

/** What no client should send, whatever becomes of it; empty for nothing. */
export function mistakesIn(request: Request, operation: Operation | undefined): readonly string[] {
  const { headers } = request;
  return [
    // https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api#user-agent
    ...(headers['user-agent'] ? [] : ['has no user-agent']),
    ...(tokenIn(request) === undefined ? ['has no authorization'] : []),
    ...(/^$|\*\/\*|json/.test(headers['accept'] ?? '') ? [] : ['does not accept JSON']),
    ...(operation?.mistakes(request) ?? ['is no operation of the contract']),
  ];
}

/** Does what is asked for and answers as GitHub would. */
export function answer(request: Request, operation: Operation | undefined, world: World): Reply {
  if (operation === undefined) return failed({ status: 404, message: 'Not Found' }, undefined, world);
  try {
    const caller = callerOf(request, world);
    world.limits.refuse(operation.method !== 'GET');
    const mistakes = operation.mistakes(request);
    if (mistakes.length > 0) throw new Refusal(422, `Invalid request.\n\n${mistakes.join('\n')}`);
    return succeeded(request, perform(operation, caller, request, world), operation, world);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.answer.avoidable === true) world.violation(JSON.stringify(error.answer.errors));
    world.limits.count();
    return failed(error.answer, operation, world);
  }
}

/** An error in GitHub's form. */
export function failed(
  { status, message, errors, headers = {} }: ErrorAnswer,
  operation: Operation | undefined,
  world: World,
): Reply {
  const documentation = operation?.docs ?? 'https://docs.github.com/rest';
  const body = {
    message,
    ...(errors && { errors }),
    documentation_url: documentation,
    status: String(status),
  };
  for (const mistake of operation?.mistakesInAnswer(status, body) ?? []) world.violation(`own ${mistake}`);
  return { status, headers: { ...rateHeaders(world), ...headers }, body };
}

function callerOf(request: Request, { tokens }: World): Token {
  const token = tokenIn(request);
  if (token === undefined) throw new Refusal(401, 'Requires authentication');
  const caller = tokens.get(token);
  if (caller === undefined) throw new Refusal(401, 'Bad credentials');
  return caller;
}

function tokenIn({ headers }: Request): string | undefined {
  return /^(?:token|bearer) (\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
}

function perform(operation: Operation, caller: Token, request: Request, world: World): Answer {
  const { urls, stamp, limits } = world;
  const path = operation.match(request.path) ?? {};
  const visible = world.repositories.filter(
    (one) => caller.type === 'Bot' || one.roleOf(caller.login) !== 'none',
  );
  const call: Call = {
    ...{ path, caller, urls, stamp, repositories: visible },
    query: request.query,
    body: (request.body ?? {}) as Tree,
    rate: limits.state(),
  };
  if (caller.type === 'Bot' && !operation.forApps)
    throw new Refusal(403, 'Resource not accessible by integration');
  const served: Served = operations[operation.id as keyof typeof operations];
  if (served.needs === undefined) return served.answer(call);
  const fullName = `${path['owner'] ?? ''}/${path['repo'] ?? ''}`.toLowerCase();
  const repository = visible.find((one) => one.fullName.toLowerCase() === fullName);
  if (repository === undefined) throw notFound();
  requireAccess(caller, repository, served.needs, operation.method !== 'GET');
  return served.answer({ ...call, repository });
}

function succeeded(request: Request, result: Answer, operation: Operation, world: World): Reply {
  const { status, body, link } = onePage(request, result, world);
  for (const mistake of operation.mistakesInAnswer(status, body)) world.violation(`own ${mistake}`);
  const etag = `W/"${createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex')}"`;
  const unchanged = operation.method === 'GET' && request.headers['if-none-match'] === etag;
  if (!unchanged && operation.id !== 'rate-limit/get') world.limits.count();
  const headers = {
    ...rateHeaders(world),
    ...(link !== '' && { link }),
    ...(operation.method === 'GET' && { etag }),
  };
  return unchanged ? { status: 304, headers } : { status, headers, body };
}

function onePage(
  request: Request,
  result: Answer,
  { urls }: World,
): { status: number; body: unknown; link: string } {
  if ('status' in result) return { status: result.status, body: result.body, link: '' };
  const url = new URL(`${urls.api}${request.path}?${request.query.toString()}`);
  const { items, link } = pageOf(result.list, url);
  return { status: 200, body: result.around?.(items, result.list.length) ?? items, link };
}

function rateHeaders({ limits }: World): Readonly<Record<string, string>> {
  const state = Object.entries(limits.state()).map(([name, value]) => [`x-ratelimit-${name}`, String(value)]);
  return { ...(Object.fromEntries(state) as Record<string, string>), 'x-ratelimit-resource': 'core' };
}
