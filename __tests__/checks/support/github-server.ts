import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A check run as a test gives it; the rest is as GitHub documents it. */
export interface GivenCheckRun {
  readonly id: number;
  readonly name: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion?: string;
  readonly app?: string;
}

/** A commit status as a test gives it. */
export interface GivenStatus {
  readonly context: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
}

/** An answer in place of the documented one. */
export interface OddAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The two lists of GitHub's REST API that checks are read from, as its documentation describes them. */
export class GithubServer {
  /** Paths with queries, in order. */
  readonly asked: string[] = [];
  checkRuns: readonly GivenCheckRun[] = [];
  /** The newest first. */
  statuses: readonly GivenStatus[] = [];
  /** What the next requests get instead. */
  odd: (OddAnswer | 'break' | 'silence')[] = [];
  /** Called before each answer, for what changes meanwhile. */
  before: (count: number) => void = () => undefined;
  /** Requests that have no answer yet. */
  underWay = 0;
  readonly #server = createServer((request, response) => this.#answer(request, response));

  /** The address for GITHUB_API_URL; like a GitHub Enterprise Server's, with a path. */
  get api(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/api/v3`;
  }

  /** What a step for the commit `abc` of acme/shop has. */
  get env(): Record<string, string> {
    return {
      GITHUB_API_URL: this.api,
      GITHUB_TOKEN: 'gh-token',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SHA: 'abc',
    };
  }

  async open(): Promise<this> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await once(this.#server.close(), 'close');
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    this.asked.push(request.url ?? '');
    this.before(this.asked.length);
    this.underWay += 1;
    response.once('close', () => (this.underWay -= 1));
    // Nobody answers for this commit.
    if (request.url?.includes('/commits/silent/') === true) return;
    const odd = this.odd.shift();
    if (odd === 'silence') return;
    if (odd === 'break') request.socket.destroy();
    else if (odd !== undefined) send(response, odd);
    else send(response, this.#documented(request));
  }

  #documented({ url = '', headers, method }: IncomingMessage): OddAnswer {
    const { pathname, searchParams: query } = new URL(url, this.api);
    const [, ref, list] =
      /^\/api\/v3\/repos\/acme\/shop\/commits\/([^/]+)\/(check-runs|statuses)$/.exec(pathname) ?? [];
    if (headers.authorization !== 'token gh-token')
      return { status: 401, body: { message: 'Bad credentials' } };
    if (method !== 'GET' || ref === undefined) return { status: 404, body: { message: 'Not Found' } };
    if (ref !== 'abc') return { status: 422, body: { message: `No commit found for SHA: ${ref}` } };
    const all = list === 'statuses' ? this.statuses.map(statusOf) : this.#runs(query).map(checkRunOf);
    const size = Number(query.get('per_page') ?? 30);
    const page = Number(query.get('page') ?? 1);
    if (size > 100) return { status: 422, body: { message: 'per_page is too large' } };
    const items = all.slice((page - 1) * size, page * size);
    const next = new URL(url, this.api);
    next.searchParams.set('page', String(page + 1));
    return {
      status: 200,
      headers: page * size < all.length ? { link: `<${next.href}>; rel="next"` } : {},
      body: list === 'statuses' ? items : { total_count: all.length, check_runs: items },
    };
  }

  #runs(query: URLSearchParams): readonly GivenCheckRun[] {
    const name = query.get('check_name');
    return this.checkRuns.filter((run) => name === null || run.name === name);
  }
}

function send(response: ServerResponse, { status, headers = {}, body = {} }: OddAnswer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    'content-type': isText ? 'text/html' : 'application/json; charset=utf-8',
    ...headers,
  });
  response.end(isText ? body : JSON.stringify(body));
}

function checkRunOf({ id, name, status, conclusion, app = 'github-actions' }: GivenCheckRun): object {
  return {
    id,
    name,
    status,
    conclusion: conclusion ?? null,
    head_sha: 'abc',
    html_url: `https://github.test/acme/shop/runs/${String(id)}`,
    details_url: 'https://github.test/details',
    output: { title: null, summary: null },
    app: { id: 1, slug: app },
  };
}

function statusOf({ context, state }: GivenStatus, index: number): object {
  return { id: 1_000 - index, context, state, description: null, target_url: `https://ci.test/${context}` };
}
