import type { Tree } from './json-schema.ts';

/** A page of a list. */
export interface Page {
  readonly items: readonly Tree[];
  /** The header `Link`; empty where all is on one page. */
  readonly link: string;
}

/** The page that is asked for: 30 on one by default, never more than 100. */
export function pageOf(list: readonly Tree[], url: URL): Page {
  const size = Math.min(Math.max(Number(url.searchParams.get('per_page') ?? 30), 1), 100);
  const page = Math.max(Number(url.searchParams.get('page') ?? 1), 1);
  const last = Math.max(Math.ceil(list.length / size), 1);
  const links = [
    ...(page > 1 ? [['prev', Math.min(page - 1, last)] as const] : []),
    ...(page < last ? [['next', page + 1] as const, ['last', last] as const] : []),
    ...(page > 1 ? [['first', 1] as const] : []),
  ];
  return { items: list.slice((page - 1) * size, page * size), link: links.map(linkTo).join(', ') };

  function linkTo([name, to]: readonly [string, number]): string {
    const there = new URL(url);
    there.searchParams.set('page', String(to));
    return `<${there.href}>; rel="${name}"`;
  }
}
