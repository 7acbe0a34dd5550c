const PAGE_SIZE = 100;
/** GitHub keeps 1,000 statuses of a context, and 1,000 check runs of a name; few pull requests have 5,000 comments. */
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

/** Whether an answer is a list of objects: a login page, or what else comes from a proxy, is none. */
export function isList(answer: unknown): answer is readonly object[] {
  return Array.isArray(answer) && answer.every((item) => typeof item === 'object' && item !== null);
}

/** What is said of an answer that no GitHub API gives. */
export function describeOdd(apiUrl: string): string {
  return `${apiUrl} gave an answer that no GitHub API gives: check GITHUB_API_URL and any proxy`;
}
