import { appendFileSync, readFileSync } from 'node:fs';

/** The event, as far as it matters here. */
interface CommentEvent {
  readonly comment: { readonly id: number; readonly body: string };
}

const { env } = process;
const { comment } = JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as CommentEvent;

/** Trimmed, as `getInput` of @actions/core does it: a separator cannot be a space. */
function input(name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

function append(file: 'GITHUB_OUTPUT' | 'GITHUB_STATE', name: string, value: string): void {
  appendFileSync(env[file] ?? '', `${name}<<END_OF_VALUE\n${value}\nEND_OF_VALUE\n`);
}

async function ask(path: string, method = 'GET', body?: object): Promise<unknown> {
  const answer = await fetch(
    `${env['GITHUB_API_URL'] ?? ''}/repos/${env['GITHUB_REPOSITORY'] ?? ''}${path}`,
    {
      method,
      headers: { authorization: `Bearer ${input('github_token')}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    },
  );
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
  return answer.status === 204 ? undefined : answer.json();
}

const reactions = `/issues/comments/${String(comment.id)}/reactions`;

async function react(content: string): Promise<number> {
  const { id } = (await ask(reactions, 'POST', { content })) as { readonly id: number };
  return id;
}

/** Another reaction in place of the first. */
async function conclude(content: string, first: string): Promise<void> {
  await react(content);
  await ask(`${reactions}/${first}`, 'DELETE');
}

async function main(): Promise<void> {
  const body = comment.body.trim();
  if (!body.startsWith(input('command'))) return;
  const first = String(await react('eyes'));
  const separator = input('param_separator');
  append('GITHUB_OUTPUT', 'params', body.split(separator).slice(1).join(separator).trim());
  const who = env['GITHUB_ACTOR'] ?? '';
  const { permission } = (await ask(`/collaborators/${who}/permission`)) as { readonly permission: string };
  if (!input('permissions').split(',').includes(permission)) {
    await conclude('-1', first);
    throw new Error(`${who} has not ${input('permissions')} but ${permission}.`);
  }
  append('GITHUB_OUTPUT', 'continue', 'true');
  append('GITHUB_STATE', 'first', first);
}

// Post steps are told what the main step kept; here, which reaction to conclude.
const first = env['STATE_first'];
if (first !== undefined) await conclude(input('status') === 'success' ? '+1' : '-1', first);
else if (env['STATE_began'] === undefined) {
  append('GITHUB_STATE', 'began', 'true');
  await main();
}
