import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issueClient, makeAuthority } from '../../cluster/certificates.ts';
import { ActionableError } from '../../src/errors.ts';
import { connect } from '../../src/kube/config.ts';
import {
  certificateExpiry,
  expiryNotice,
  type Lifetime,
  lifetimeOf,
  tokenExpiry,
} from '../../src/kube/token-expiry.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { jsonWebToken } from '../support/json-web-token.ts';
import { kubeconfigText } from '../support/kube-server.ts';

const minute = 60_000;
const now = Date.UTC(2026, 0, 2, 12, 0, 0);
const later = now + 10 * minute;
const token = jsonWebToken({ exp: later / 1000 });

/** A client certificate that ends then. */
async function certificate(until: number): Promise<string> {
  const authority = await makeAuthority('test');
  const validity = { from: new Date(now), until: new Date(until) };
  return (await issueClient(authority, 'ann', [], validity)).certificate;
}

describe('the end of a token', () => {
  it.each<[string, string | undefined, number | undefined]>([
    ['a JSON web token', token, later],
    ['one with a fraction of a second', jsonWebToken({ exp: 1.5 }), 1500],
    ['one without an end', jsonWebToken({ sub: 'ann' }), undefined],
    ['one whose end is no number', jsonWebToken({ exp: '1767355800' }), undefined],
    ['one whose end no clock knows', jsonWebToken({ exp: 1e20 }), undefined],
    ['one whose payload is no object', `x.${Buffer.from('[1]').toString('base64url')}.y`, undefined],
    ['an opaque token with dots', 'ya29.a0AfB_byC.x', undefined],
    ['an opaque token', 'k8s-aws-v1', undefined],
    ['nothing', '', undefined],
    ['no token', undefined, undefined],
  ])('%s', (_, given, expected) => expect(tokenExpiry(given)).toBe(expected));
});

describe('the end of a client certificate', () => {
  it('is its notAfter', async () => {
    expect(certificateExpiry(await certificate(later))).toBe(later);
    expect(certificateExpiry(Buffer.from(await certificate(later)))).toBe(later);
  });

  it('is unknown of what is none', () => {
    expect(certificateExpiry('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toBeUndefined();
  });
});

describe('how long credentials last', () => {
  const oidc = { 'id-token': token, 'client-id': 'web', 'idp-issuer-url': 'https://login.example.com' };
  const provider = (config: object): object => ({ 'auth-provider': { name: 'oidc', config } });

  it.each<[string, object, { token?: string }, Lifetime]>([
    ['a token', { token }, {}, { kind: 'token', renews: 'never', expiresAt: later }],
    ['an opaque token', { token: 'secret' }, {}, { kind: 'token', renews: 'never' }],
    ['a plugin, whatever else is there', { exec: {}, token }, {}, { kind: 'token', renews: 'exec' }],
    [
      'a token file before a token',
      { tokenFile: '/token', token: 'old' },
      { token },
      { kind: 'token', renews: 'token-file', expiresAt: later },
    ],
    [
      'OIDC with a refresh token',
      provider({ ...oidc, 'refresh-token': 'again' }),
      {},
      { kind: 'token', renews: 'oidc', expiresAt: later },
    ],
    [
      'OIDC without one',
      provider({ ...oidc, 'refresh-token': '' }),
      {},
      { kind: 'token', renews: 'never', expiresAt: later },
    ],
    [
      'OIDC beside a token, which is what is sent',
      { ...provider({ ...oidc, 'refresh-token': 'again' }), token: 'secret' },
      {},
      { kind: 'token', renews: 'never' },
    ],
    ['another auth-provider', { 'auth-provider': { name: 'gcp' } }, {}, { kind: 'token', renews: 'never' }],
    ['nobody', {}, {}, { kind: 'token', renews: 'never' }],
  ])('%s', (_, user, held, expected) => {
    expect(lifetimeOf(user as Readonly<Record<string, unknown>>, held)).toEqual(expected);
  });

  it('a client certificate, alone and beside a token that ends sooner, later, or nobody knows when', async () => {
    const held = { certificate: await certificate(later + minute) };
    const ends = { kind: 'client certificate', renews: 'never', expiresAt: later + minute };
    expect(lifetimeOf({}, held)).toEqual(ends);
    expect(lifetimeOf({ token }, held)).toEqual(ends);
    const longer = later + 2 * minute;
    expect(lifetimeOf({ token: jsonWebToken({ exp: longer / 1000 }) }, held)).toEqual({
      kind: 'token',
      renews: 'never',
      expiresAt: longer,
    });
    expect(lifetimeOf({ token: 'secret' }, held)).toEqual({ kind: 'token', renews: 'never' });
  });
});

describe('a connection tells how long its credentials last', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await makeFolder();
  });
  afterEach(() => folder.remove());

  /** The lifetime of a kubeconfig with this user. */
  async function lifetime(user: object): Promise<Lifetime> {
    const text = kubeconfigText('https://api.example.com', { user });
    return (await connect({ kubeconfig: text, env: {} })).lifetime();
  }

  it('from its files', async () => {
    const tokenFile = await folder.write('token', `${token}\n`);
    expect(await lifetime({ tokenFile })).toEqual({ kind: 'token', renews: 'token-file', expiresAt: later });
    const pem = await certificate(later);
    const ends = { kind: 'client certificate', renews: 'never', expiresAt: later };
    expect(await lifetime({ 'client-certificate': await folder.write('ann.crt', pem) })).toEqual(ends);
    expect(
      await lifetime({ 'client-certificate-data': Buffer.from(pem).toString('base64'), exec: undefined }),
    ).toEqual(ends);
  });

  it('without running its plugin', async () => {
    expect(await lifetime({ exec: { command: 'a-plugin-that-is-not-there' } })).toEqual({
      kind: 'token',
      renews: 'exec',
    });
  });

  it('or which of its files is missing', async () => {
    await expect(lifetime({ tokenFile: '/not/there' })).rejects.toThrow('token file of the kubeconfig');
  });
});

describe('what is said before a run', () => {
  const ends = (left: number): Lifetime => ({ kind: 'token', renews: 'never', expiresAt: now + left });
  const wait = 30 * minute;

  it('that a token ends during the wait, when, and what would renew it', () => {
    expect(expiryNotice(ends(10 * minute), now, wait)).toBe(
      'The token of the kubeconfig ends at 2026-01-02T12:10:00Z, in 10m, nothing renews it, and this step may wait 30m or longer: use a kubeconfig with an exec plugin or a `tokenFile`, which are asked again during the run, or credentials that last longer.',
    );
    expect(expiryNotice({ ...ends(10 * minute), kind: 'client certificate' }, now, wait)).toContain(
      'The client certificate of the kubeconfig ends at',
    );
  });

  it.each<[string, Lifetime, number]>([
    ['a token that lasts as long as the wait', ends(wait), wait],
    ['a token of unknown end', { kind: 'token', renews: 'never' }, wait],
    ['a step that does not wait', ends(1), 0],
    ['a plugin', { kind: 'token', renews: 'exec', expiresAt: now - wait }, wait],
    ['a refresh token', { ...ends(-wait), renews: 'oidc' }, wait],
    ['a token file, which is renewed', { ...ends(1), renews: 'token-file' }, wait],
  ])('nothing of %s', (_, lifetime, length) => {
    expect(expiryNotice(lifetime, now, length)).toBeUndefined();
  });

  it.each(['never', 'token-file'] as const)(
    'that it ended a moment ago, which the clocks may see differently (%s)',
    (renews) => {
      const said = /^The token .* ended at 2026-01-02T11:58:00Z, 2m ago by the clock of this runner/;
      expect(expiryNotice({ ...ends(-2 * minute), renews }, now, 0)).toMatch(said);
      expect(expiryNotice({ ...ends(0), renews }, now, 0)).toContain('0s ago');
    },
  );

  it.each([
    ['never', 'exec plugin'],
    ['token-file', 'tokenFile'],
  ] as const)('as an error that it ended long ago (%s): nothing is sent', (renews, next) => {
    const said = (left: number): unknown => {
      try {
        return expiryNotice({ ...ends(left), renews }, now, 0);
      } catch (error) {
        return error;
      }
    };
    expect(said(1 - 5 * minute)).toEqual(expect.any(String));
    const error = said(-5 * minute) as ActionableError;
    expect(error).toBeInstanceOf(ActionableError);
    expect(error.parts).toMatchObject({
      what: 'The token of the kubeconfig ended at 2026-01-02T11:55:00Z, 5m ago.',
      next: expect.stringContaining(next),
      reason: 'unauthorized',
    });
  });
});
