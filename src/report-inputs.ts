import { NotAllowed, oneOf, optional } from './input-forms.ts';

/** When there is a comment on the pull request. */
export const commentWords = ['always', 'failure', 'never'] as const;

/** One of them. */
export type CommentWord = (typeof commentWords)[number];

/** What the inputs say of reports on GitHub. */
export interface ReportInputs {
  readonly comment: CommentWord;
  /** A comment was asked for: what cannot be done is a warning then, else a notice. */
  readonly commentAsked: boolean;
  /** Number of the pull request; absent to find it by the event. */
  readonly pullRequest?: number;
  /** Tells comments apart; absent for target, namespace and context. */
  readonly commentKey?: string;
  /** Context of a commit status; absent for none. */
  readonly commitStatus?: string;
  /** Environment of a deployment on GitHub; absent for none. */
  readonly deploymentEnvironment?: string;
  /** Where users find what was deployed. */
  readonly environmentUrl?: string;
}

/** The inputs that reports are asked for with. */
export type ReportInputName =
  'pull-request' | 'comment' | 'comment-key' | 'commit-status' | 'deployment-environment' | 'environment-url';

/** Reads the inputs of reports; `read` keeps the mistakes, and gives undefined for them. */
export function readReportInputs(
  read: <Value>(input: ReportInputName, parse: (given: string) => Value) => Value | undefined,
): ReportInputs {
  const [pullRequest, comment, commentKey, commitStatus, deploymentEnvironment, environmentUrl] = [
    read('pull-request', optional(parsePullRequest)),
    read('comment', optional(oneOf(commentWords))),
    read('comment-key', optional(parseName)),
    read('commit-status', optional(parseName)),
    read('deployment-environment', optional(parseName)),
    read('environment-url', optional(parseUrl)),
  ];
  const isAsked = pullRequest !== undefined || commentKey !== undefined || comment !== undefined;
  return {
    comment: comment ?? 'always',
    commentAsked: isAsked,
    ...(pullRequest !== undefined && { pullRequest }),
    ...(commentKey !== undefined && { commentKey }),
    ...(commitStatus !== undefined && { commitStatus }),
    ...(deploymentEnvironment !== undefined && { deploymentEnvironment }),
    ...(environmentUrl !== undefined && { environmentUrl }),
  };
}

/** The number of a pull request. Throws NotAllowed. */
function parsePullRequest(given: string): number {
  const number = Number(given);
  if (/^\d+$/.test(given) && Number.isSafeInteger(number) && number > 0) return number;
  throw new NotAllowed('the number of a pull request, such as 42');
}

/** GitHub has 255 characters for the name of an environment, and of a status. */
const longestName = 255;

function parseName(given: string): string {
  if (given.length <= longestName && !/\p{Cc}/u.test(given)) return given;
  throw new NotAllowed(`one line of at most ${String(longestName)} characters`);
}

function parseUrl(given: string): string {
  const url = URL.parse(given);
  const isWeb = url !== null && ['http:', 'https:'].includes(url.protocol);
  if (isWeb && url.username === '' && url.password === '' && given.length <= longestName) return url.href;
  throw new NotAllowed('an address such as https://preview.example.com, without a user or a password');
}
