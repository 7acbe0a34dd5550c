import { isFields } from '../../support/fields.ts';
import { type HttpScene, ask } from './http.ts';
import { byTemplate, readUrl } from './spec.ts';
import { placeOf } from './service-proxy.ts';
import type { SpecFields } from '../spec-fields.ts';

/** `authentication.oauth2`: client credentials (RFC 6749, section 4.4). */
export interface OAuth {
  readonly tokenUrl: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
}

/** Reads `authentication`; undefined where there is none. */
export function readOAuth(fields: SpecFields): OAuth | undefined {
  const authentication = fields.object('authentication', ['oauth2', 'sigv4']);
  if (authentication === undefined) return undefined;
  const signature = authentication.raw('sigv4');
  if (signature !== undefined && !(isFields(signature) && Object.keys(signature).length === 0))
    authentication.complain(
      'sigv4',
      'is not supported here: the controller signs with its own AWS role',
      byTemplate,
    );
  const oauth = authentication.object('oauth2', ['tokenUrl', 'clientId', 'clientSecret', 'scopes']);
  if (oauth === undefined) return undefined;
  const tokenUrl = readUrl(oauth, 'tokenUrl', 'https://id.example.com/oauth2/token');
  const clientId = oauth.text('clientId', 'the id of a client');
  const clientSecret = oauth.text('clientSecret', 'the secret of the client, best by an arg from a Secret');
  const scopes = oauth.texts('scopes');
  if (tokenUrl === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { tokenUrl, clientId, clientSecret, scopes };
}

/**
 * A token for one measurement. The client is told in the header first and in the body if that is refused, as
 * golang.org/x/oauth2 finds out what a server wants; only in the body where the API server would keep the header.
 * Rejects with an Error without secrets, or with the signal's reason.
 */
export async function askToken(
  oauth: OAuth,
  { insecure, timeoutMs }: { readonly insecure: boolean; readonly timeoutMs: number },
  scene: HttpScene,
  signal: AbortSignal,
): Promise<string> {
  const { tokenUrl, clientId, clientSecret, scopes } = oauth;
  const form = {
    grant_type: 'client_credentials',
    ...(scopes.length === 0 ? {} : { scope: scopes.join(' ') }),
  };
  const user = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
  const post = (fields: Record<string, string>, headers: Record<string, string>): ReturnType<typeof ask> =>
    ask(
      {
        method: 'POST',
        url: tokenUrl,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
          ...headers,
        },
        body: new URLSearchParams(fields).toString(),
        insecure,
        timeoutMs,
      },
      scene,
      signal,
    );
  const inBody = { ...form, client_id: clientId, client_secret: clientSecret };
  const isInside = placeOf(tokenUrl, scene.namespace).kind === 'service';
  const header = { authorization: `Basic ${Buffer.from(user, 'utf8').toString('base64')}` };
  const first = isInside ? undefined : await post(form, header);
  const { status, body } = first !== undefined && isFine(first.status) ? first : await post(inBody, {});
  const token = isFine(status) ? tokenIn(body) : undefined;
  if (token !== undefined) return token;
  // The answer is not shown: it may hold what must not be seen.
  throw new Error(
    scene.redact(
      `authentication.oauth2: ${tokenUrl.host} gave no token (HTTP ${String(status)}); check tokenUrl, clientId, clientSecret and scopes`,
    ),
  );
}

function isFine(status: number): boolean {
  return status >= 200 && status < 300;
}

function tokenIn(body: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(body);
    const token = isFields(answer) ? answer['access_token'] : undefined;
    return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : undefined;
  } catch {
    return undefined;
  }
}
