import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answer, failed, mistakesIn, operationOf, type World } from './answering.ts';
import type { Operation } from './contract.ts';
import { type Fault, Faults, type When } from './faults.ts';
import { Limits } from './limits.ts';
import type { OperationName } from './operations/index.ts';
import { Repository } from './repository.ts';
import { jobToken, type Token } from './tokens.ts';
import { pause, read, type Reply, type Request, send } from './wire.ts';

export { cut, lost, slow, stalled, status, torn, unanswered, unicorn } from './faults.ts';
export { forkToken, jobToken, personalToken } from './tokens.ts';

/** The token that a server knows from the beginning: a job's, with all permissions. */
export const token = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz';

/** Base of the pages for people: GITHUB_SERVER_URL. */
const web = 'https://github.test';

/** How a server is set up. */
export interface GitHubOptions {
  /** `/api/v3` on a GitHub Enterprise Server; empty by default. */
  readonly basePath?: string;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** A request, and what became of it. */
export interface Exchange extends Request {
  /** The operation; undefined for none of the contract. */
  readonly operation: OperationName | undefined;
  /** When it came, in milliseconds since 1970 by the server's clock. */
  readonly at: number;
  /** What was answered; undefined as long as nothing is, or when the connection was cut or stalled. */
  status?: number;
}

/** A GitHub of a test's own: every request is held against GitHub's description of its API. */
export class GitHub {
  /** Base of the API, without a slash at its end: GITHUB_API_URL. */
  readonly url: string;
  /** All requests so far. */
  readonly exchanges: Exchange[] = [];
  /** What no client should send. A test asserts that it is empty. */
  readonly violations: string[] = [];
  /** Who each token speaks for. */
  readonly tokens = new Map<string, Token>([[token, jobToken()]]);
  readonly limits: Limits;
  /** Connections that are open. */
  readonly connections = new Set<Socket>();
  readonly #repositories: Repository[] = [];
  readonly #faults = new Faults();
  readonly #arrivals = new EventTarget();
  readonly #closing = new AbortController();
  readonly #server: http.Server;
  readonly #basePath: string;
  readonly #now: () => number;
  // GitHub's numbers are beyond 2^31 for years.
  #lastId = 3_000_000_000;

  constructor(server: http.Server, { basePath = '', now = Date.now }: GitHubOptions) {
    const { port } = server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${String(port)}${basePath}`;
    this.limits = new Limits(now);
    this.#server = server;
    this.#basePath = basePath;
    this.#now = now;
    server.on('request', (request, response) => void this.#receive(request, response));
    server.on('connection', (socket: Socket) => {
      this.connections.add(socket);
      socket.on('error', () => undefined).once('close', () => this.connections.delete(socket));
    });
  }

  /** The repository `owner/name`; made, and public if nothing else is said, when it is not there. */
  repository(fullName: string, { isPrivate = false } = {}): Repository {
    const found = this.#repositories.find((repository) => repository.fullName === fullName);
    if (found !== undefined) return found;
    const made = new Repository(fullName, isPrivate, () => this.#stamp());
    this.#repositories.push(made);
    return made;
  }

  /** Orders a fault: `github.fails('issues/create-comment', status(502), { call: 2, times: Infinity })`. */
  fails(operation: OperationName | 'any', fault: Fault, when?: When): void {
    this.#faults.order(operation, fault, when);
  }

  /** From now on all goes well. */
  recovers(): void {
    this.#faults.clear();
  }

  /** The requests for an operation so far. */
  asked(operation: OperationName): readonly Exchange[] {
    return this.exchanges.filter((exchange) => exchange.operation === operation);
  }

  /** Resolves when so many requests for the operation have come. */
  async hears(operation: OperationName, count = 1): Promise<readonly Exchange[]> {
    while (this.asked(operation).length < count) await once(this.#arrivals, 'request');
    return this.asked(operation);
  }

  /** What a runner would tell a step about this GitHub. */
  env(): Readonly<Record<string, string>> {
    return { GITHUB_API_URL: this.url, GITHUB_GRAPHQL_URL: `${this.url}/graphql`, GITHUB_SERVER_URL: web };
  }

  /** Cuts every connection and frees the port. */
  async close(): Promise<void> {
    this.#closing.abort();
    for (const socket of this.connections) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #stamp(): { id: number; at: string } {
    this.#lastId += 1;
    return { id: this.#lastId, at: new Date(this.#now()).toISOString().replace(/\.\d+/, '') };
  }

  async #receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming, this.#basePath);
    // The client has gone before it had said all.
    if (request === undefined) return;
    const violation = (text: string): void =>
      void this.violations.push(`${request.method} ${request.path}: ${text}`);
    try {
      await this.#answer(request, response, this.#world(violation));
    } catch (error) {
      violation(`the server failed: ${String(error)}`);
      response.destroy();
    }
  }

  async #answer(request: Request, response: ServerResponse, world: World): Promise<void> {
    const operation = operationOf(request);
    mistakesIn(request, operation).forEach(world.violation);
    const name = operation?.id as OperationName | undefined;
    const exchange: Exchange = { ...request, operation: name, at: this.#now() };
    this.exchanges.push(exchange);
    this.#arrivals.dispatchEvent(new Event('request'));
    const fault = this.#faults.take(name);
    const reply = replyUnder(fault, request, operation, world);
    if (fault?.goes === 'cut') return void response.destroy();
    if (reply === undefined || fault?.goes === 'stalled') return;
    if (fault?.goes === 'slow') await pause(fault.by, this.#closing.signal);
    exchange.status = reply.status;
    send(response, reply, fault?.goes === 'torn');
  }

  #world(violation: (text: string) => void): World {
    const { tokens, limits, url } = this;
    const urls = { api: url, web };
    return { urls, tokens, limits, violation, repositories: this.#repositories, stamp: () => this.#stamp() };
  }
}

/** Starts a server on a free port of 127.0.0.1. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const server = http.createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return new GitHub(server, options);
}

/** What is answered; undefined where a fault lets nothing happen. */
function replyUnder(
  fault: Fault | undefined,
  request: Request,
  operation: Operation | undefined,
  world: World,
): Reply | undefined {
  if (fault?.goes === 'answered') return failed(fault.error, operation, world);
  if (fault?.goes === 'unicorn') return { status: fault.status, headers: {}, html: '<h1>Unicorn!</h1>' };
  if (fault !== undefined && 'done' in fault && !fault.done) return undefined;
  return answer(request, operation, world);
}
