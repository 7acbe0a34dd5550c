import { GithubFailure } from './failure.ts';

const PAGE_SIZE = 100;
/** GitHub keeps 1,000 statuses of a context, and 1,000 check runs of a name. */
const MOST_PAGES = 50;

/** The pages of a list, until one is not full. The client's own `paginate` drops the signal after it has begun. */
export async function* pagesOf<Item>(
  read: (page: { readonly per_page: number; readonly page: number }) => Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[]> {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const items = await read({ per_page: PAGE_SIZE, page });
    yield items;
    if (items.length < PAGE_SIZE) return;
  }
}

/** The answer as a list; throws GithubFailure for a login page, or what else is no answer of GitHub. */
export function listOf<Item>(answer: unknown, api: string): readonly Item[] {
  const isList = Array.isArray(answer) && answer.every((item) => typeof item === 'object' && item !== null);
  if (isList) return answer as readonly Item[];
  throw new GithubFailure(
    `${api} gave an answer that no GitHub API gives: check GITHUB_API_URL and any proxy`,
  );
}
