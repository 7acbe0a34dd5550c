import { type Answer, numberIn, type RepositoryCall, textIn } from '../call.ts';
import { notFound } from '../errors.ts';
import type { Tree } from '../json-schema.ts';
import type { Reaction } from '../records.ts';
import { sample } from '../sample.ts';
import { nodeId, userView } from '../views.ts';
import { commentOf } from './comments.ts';

/** `reactions/create-for-issue-comment`: 200 when the caller has reacted so before. */
export function createReaction(call: RepositoryCall): Answer {
  const { reactions } = commentOf(call);
  const [content, { login }] = [textIn(call, 'content') ?? '', call.caller];
  const before = reactions.find((reaction) => reaction.login === login && reaction.content === content);
  if (before !== undefined) return { status: 200, body: view(before, call) };
  const { id, at } = call.stamp();
  const reaction = { id, login, content, createdAt: at };
  reactions.push(reaction);
  return { status: 201, body: view(reaction, call) };
}

/** `reactions/list-for-issue-comment`. */
export function listReactions(call: RepositoryCall): Answer {
  const content = call.query.get('content');
  const found = commentOf(call).reactions.filter(
    (reaction) => content === null || reaction.content === content,
  );
  return { list: found.map((reaction) => view(reaction, call)) };
}

/** `reactions/delete-for-issue-comment`. */
export function deleteReaction(call: RepositoryCall): Answer {
  const { reactions } = commentOf(call);
  const index = reactions.findIndex(({ id }) => id === numberIn(call, 'reaction_id'));
  if (index < 0) throw notFound();
  reactions.splice(index, 1);
  return { status: 204 };
}

function view({ id, login, content, createdAt }: Reaction, { urls }: RepositoryCall): Tree {
  return sample('reaction', {
    id,
    node_id: nodeId('REA', id),
    user: userView(login, urls),
    content,
    created_at: createdAt,
  });
}
