import { X509Certificate } from 'node:crypto';
import { ActionableError } from '../errors.ts';
import { describeDuration } from '../support/duration.ts';
import { type Fields, isFields } from '../support/fields.ts';

/** What gets credentials again while a step runs: a plugin, whoever writes the token file, a refresh token. */
export type Renewal = 'exec' | 'token-file' | 'oidc' | 'never';

/** How long credentials last. Holds no secret. */
export interface Lifetime {
  /** What ends, as messages name it. */
  readonly kind: 'token' | 'client certificate';
  readonly renews: Renewal;
  /** Milliseconds since the epoch; left out where nobody can tell, as of an opaque token. */
  readonly expiresAt?: number;
}

/** What the files of a kubeconfig user hold; read by the caller, so that all here is pure. */
export interface HeldMaterial {
  /** Content of `tokenFile`. */
  readonly token?: string | undefined;
  /** PEM of the client certificate. */
  readonly certificate?: string | Buffer | undefined;
}

/** How far the clocks of a runner and of an API server may be apart: five minutes, as Kerberos allows. */
const clockSkew = 5 * 60_000;

/** The latest moment that a Date can hold, in milliseconds since the epoch (ECMA-262, Time Values). */
const latestMoment = 8.64e15;

/** When a JSON web token ends, in milliseconds since the epoch; undefined if it does not say. Only read, never trusted. */
export function tokenExpiry(token: string | undefined): number | undefined {
  try {
    const payload: unknown = JSON.parse(
      Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    const seconds = isFields(payload) ? payload['exp'] : undefined;
    return typeof seconds === 'number' && Math.abs(seconds * 1000) <= latestMoment
      ? seconds * 1000
      : undefined;
  } catch {
    return undefined;
  }
}

/** When the first certificate of a PEM text ends, in milliseconds since the epoch; undefined if it cannot be read. */
export function certificateExpiry(pem: string | Buffer): number | undefined {
  try {
    return new X509Certificate(pem).validToDate.getTime();
  } catch {
    return undefined;
  }
}

/**
 * How long the credentials of a kubeconfig user last. Of several the one counts that is sent: a plugin's, then the
 * file's, then the token that is written there, then OIDC. Of a token and a client certificate the later end counts,
 * because an API server that refuses the one tries the other.
 */
export function lifetimeOf(user: Fields, held: HeldMaterial): Lifetime {
  if (isFields(user['exec'])) return { kind: 'token', renews: 'exec' };
  const provider = oidcSettings(user);
  const token = held.token ?? text(user['token']) ?? text(provider?.['id-token']);
  const renews = typeof user['tokenFile'] === 'string' ? 'token-file' : renewalOf(user, provider);
  const ends = [
    ...(token === undefined ? [] : [{ kind: 'token' as const, at: tokenExpiry(token) }]),
    ...(held.certificate === undefined
      ? []
      : [{ kind: 'client certificate' as const, at: certificateExpiry(held.certificate) }]),
  ];
  const last = ends.toSorted((one, other) => (other.at ?? Infinity) - (one.at ?? Infinity))[0];
  return {
    kind: last?.kind ?? 'token',
    renews,
    ...(last?.at === undefined ? {} : { expiresAt: last.at }),
  };
}

/** A refresh token is used only with the two settings that say where and as whom. */
function renewalOf(user: Fields, provider: Fields | undefined): Renewal {
  const settings = ['refresh-token', 'client-id', 'idp-issuer-url'].map((key) => text(provider?.[key]));
  return text(user['token']) === undefined && !settings.includes(undefined) ? 'oidc' : 'never';
}

function oidcSettings(user: Fields): Fields | undefined {
  const provider = user['auth-provider'];
  if (!isFields(provider) || provider['name'] !== 'oidc') return undefined;
  return isFields(provider['config']) ? provider['config'] : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * What to say before a run changes anything, if its credentials may end while it waits; undefined for nothing. Throws
 * ActionableError if they have ended already, so that no request is sent in vain.
 * @param now milliseconds since the epoch, by the clock of this runner
 * @param wait milliseconds for which the step may wait
 */
export function expiryNotice(
  { kind, renews, expiresAt }: Lifetime,
  now: number,
  wait: number,
): string | undefined {
  if (expiresAt === undefined || renews === 'exec' || renews === 'oidc') return undefined;
  const at = new Date(expiresAt).toISOString().replace('.000Z', 'Z');
  const left = expiresAt - now;
  const ended = `The ${kind} of the kubeconfig ended at ${at}, ${describeDuration(Math.max(0, -left))} ago`;
  if (left <= -clockSkew) {
    throw new ActionableError({
      what: `${ended}.`,
      next: `${advice[renews]}. Nothing was sent to the API server.`,
      reason: 'unauthorized',
    });
  }
  if (left <= 0) return `${ended} by the clock of this runner, and is tried all the same: ${advice[renews]}.`;
  if (renews === 'token-file' || left >= wait) return undefined;
  return `The ${kind} of the kubeconfig ends at ${at}, in ${describeDuration(left)}, nothing renews it, and this step may wait ${describeDuration(wait)} or longer: ${advice[renews]}.`;
}

/** What renews credentials, by what should have renewed them. */
const advice = {
  'token-file': 'let whoever writes the file that `tokenFile` names put a new token there',
  never:
    'use a kubeconfig with an exec plugin or a `tokenFile`, which are asked again during the run, or credentials that last longer',
} as const;
