import type { KubeList } from './request-options.ts';
import { KubeError } from './kube-error.ts';
import type { KubeObject, Resource } from './resources.ts';

/** One page of a list as the server sends it. */
export interface Page {
  readonly metadata?: { readonly resourceVersion?: string; readonly continue?: string };
  readonly items?: readonly unknown[] | null;
}

/**
 * Reads a list page by page. A page that has become too old (410, after about five minutes) makes the list start
 * over, once and in one piece, as client-go does.
 */
export async function listPages(
  resource: Resource,
  read: (query: Record<string, string | undefined>) => Promise<Page>,
  size: number,
): Promise<KubeList> {
  const items: KubeObject[] = [];
  let token: string | undefined;
  try {
    for (;;) {
      const page: Page = await read({ limit: String(size), continue: token });
      items.push(...objectsOf(resource, page));
      token = page.metadata?.continue;
      if (!token) return { items, resourceVersion: page.metadata?.resourceVersion ?? '' };
    }
  } catch (error) {
    if (!(error instanceof KubeError && error.kind === 'gone') || token === undefined) throw error;
    const whole = await read({});
    return { items: objectsOf(resource, whole), resourceVersion: whole.metadata?.resourceVersion ?? '' };
  }
}

function objectsOf(resource: Resource, page: Page): KubeObject[] {
  return (page.items ?? []).map((item) => withTypes(resource, item));
}

/** The items of a built-in kind's list have no apiVersion and kind of their own: the list's stand for all. */
export function withTypes(resource: Resource, object: unknown): KubeObject {
  const apiVersion = resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
  return { apiVersion, kind: resource.kind, ...(object as Pick<KubeObject, 'metadata'>) };
}
