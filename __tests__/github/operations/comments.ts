import { type Answer, numberIn, type RepositoryCall, textIn } from '../call.ts';
import { invalid, notFound, Refusal } from '../errors.ts';
import type { Tree } from '../json-schema.ts';
import type { Comment } from '../records.ts';
import { mayPush } from '../repository.ts';
import { sample } from '../sample.ts';
import { appView, nodeId, repositoryUrl, userView } from '../views.ts';

/** The longest body of a comment, in characters; the description does not know it. */
export const longestBody = 65_536;

/** `issues/list-comments`: the oldest first. */
export function listComments(call: RepositoryCall): Answer {
  const issue = issueOf(call);
  const since = call.query.get('since') ?? '';
  const found = call.repository.comments.filter(
    (comment) => comment.issue === issue && comment.updatedAt >= since,
  );
  return { list: found.map((comment) => view(comment, call)) };
}

/** `issues/create-comment`. */
export function createComment(call: RepositoryCall): Answer {
  const { repository, caller } = call;
  const issue = issueOf(call);
  const pull = repository.pulls.find(({ number }) => number === issue);
  const writer = caller.type === 'User' && mayPush(repository.roleOf(caller.login));
  if (pull?.locked === true && !writer)
    throw new Refusal(403, 'Unable to create comment because issue is locked.');
  return { status: 201, body: view(repository.addComment(issue, caller.login, bodyOf(call)), call) };
}

/** `issues/get-comment`. */
export function getComment(call: RepositoryCall): Answer {
  return { status: 200, body: view(commentOf(call), call) };
}

/** `issues/update-comment`. */
export function updateComment(call: RepositoryCall): Answer {
  const comment = commentOf(call);
  comment.body = bodyOf(call);
  comment.updatedAt = call.stamp().at;
  return { status: 200, body: view(comment, call) };
}

/** `issues/delete-comment`. */
export function deleteComment(call: RepositoryCall): Answer {
  const { comments } = call.repository;
  comments.splice(comments.indexOf(commentOf(call)), 1);
  return { status: 204 };
}

/** The comment that the path names. */
export function commentOf(call: RepositoryCall): Comment {
  const comment = call.repository.comments.find(({ id }) => id === numberIn(call, 'comment_id'));
  if (comment === undefined) throw notFound();
  return comment;
}

function issueOf(call: RepositoryCall): number {
  const number = numberIn(call, 'issue_number');
  const { pulls, issues } = call.repository;
  if (!issues.has(number) && !pulls.some((pull) => pull.number === number)) throw notFound();
  return number;
}

// GitHub counts code points. UTF-16 units are never fewer, so what passes here passes there.
function bodyOf(call: RepositoryCall): string {
  const body = textIn(call, 'body') ?? '';
  const refused = (message: string): Refusal => invalid('IssueComment', 'data', message);
  if (body.trim() === '') throw refused('Body cannot be blank');
  if (body.length > longestBody)
    throw refused(`Body is too long (maximum is ${String(longestBody)} characters)`);
  return body;
}

function view(comment: Comment, call: RepositoryCall): Tree {
  const { repository, urls } = call;
  const { id, issue, login, body, createdAt, updatedAt, reactions } = comment;
  const api = repositoryUrl(repository, urls);
  const page = repository.issues.has(issue) ? 'issues' : 'pull';
  const counts = Object.groupBy(reactions, ({ content }) => content);
  return sample('issue-comment', {
    id,
    node_id: nodeId('IC', id),
    url: `${api}/issues/comments/${String(id)}`,
    html_url: `${urls.web}/${repository.fullName}/${page}/${String(issue)}#issuecomment-${String(id)}`,
    issue_url: `${api}/issues/${String(issue)}`,
    body,
    user: userView(login, urls),
    author_association: repository.collaborators.has(login) ? 'COLLABORATOR' : 'NONE',
    performed_via_github_app: appView(login, urls),
    created_at: createdAt,
    updated_at: updatedAt,
    reactions: {
      url: `${api}/issues/comments/${String(id)}/reactions`,
      total_count: reactions.length,
      ...Object.fromEntries(Object.entries(counts).map(([content, all]) => [content, all?.length])),
    },
  });
}
