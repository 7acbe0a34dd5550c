import { afterAll, describe, expect, it } from '@jest/globals';
import { prometheus } from '../../../src/checks/prometheus.ts';
import { web } from '../../../src/checks/web.ts';
import { type Behaviour, type KubeServer, json, plain, startKubeServer } from '../../support/kube-server.ts';
import { SECRET } from '../contract/fixture.ts';
import { measured } from '../measured.ts';

const open: KubeServer[] = [];

afterAll(async () => {
  for (const server of open) await server.close();
});

async function story(...tokens: Behaviour[]): Promise<{ id: KubeServer; app: KubeServer; raw: object }> {
  const id = await startKubeServer({}, ...tokens);
  const app = await startKubeServer({}, json({ ok: true }));
  open.push(id, app);
  const oauth2 = {
    tokenUrl: `${id.url}/token`,
    clientId: 'check er',
    clientSecret: SECRET,
    scopes: ['a', 'b'],
  };
  return { id, app, raw: { url: app.url, authentication: { oauth2 } } };
}

const token = json({ access_token: 'the-token', token_type: 'bearer', expires_in: 60 });

describe('authentication.oauth2', () => {
  it('gets a token by the credentials of the client, and sends it', async () => {
    const { id, app, raw } = await story(token);
    await measured(web, raw);
    expect(id.heard[0]).toMatchObject({
      method: 'POST',
      path: '/token',
      body: 'grant_type=client_credentials&scope=a+b',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`check%20er:${SECRET}`).toString('base64')}`,
      },
    });
    expect(app.heard[0]?.headers.authorization).toBe('Bearer the-token');
  });

  it('tells the client in the body where the header is refused', async () => {
    const { id, app, raw } = await story(json({ error: 'invalid_client' }, 401), token);
    await measured(web, raw);
    expect(Object.fromEntries(new URLSearchParams(id.heard[1]?.body))).toEqual({
      grant_type: 'client_credentials',
      scope: 'a b',
      client_id: 'check er',
      client_secret: SECRET,
    });
    expect(id.heard[1]?.headers).not.toHaveProperty('authorization');
    expect(app.heard[0]?.headers.authorization).toBe('Bearer the-token');
  });

  it.each([
    ['refuses twice', json({}, 401), 401],
    ['gives no token', json({ token: 'x' }), 200],
    ['gives no JSON', plain('<html>', 200), 200],
    ['gives what no header can have', json({ access_token: 'a\nb' }), 200],
  ])(
    'says so when the server %s, without the secret and without the answer',
    async (_, behaviour, status) => {
      const { id, app, raw } = await story(behaviour, behaviour);
      await expect(measured(web, raw)).rejects.toThrow(
        new Error(
          `authentication.oauth2: ${new URL(id.url).host} gave no token (HTTP ${String(status)}); check tokenUrl, clientId, clientSecret and scopes`,
        ),
      );
      expect(app.heard.length).toBe(0);
    },
  );

  it('works for prometheus too', async () => {
    const { id, raw } = await story(token);
    const answer = { status: 'success', data: { resultType: 'scalar', result: [1, '1'] } };
    const app = await startKubeServer({}, json(answer));
    open.push(app);
    const { authentication } = raw as { authentication: unknown };
    expect(await measured(prometheus, { address: app.url, query: '1', authentication })).toMatchObject({
      result: 1,
    });
    expect(app.heard[0]?.headers.authorization).toBe('Bearer the-token');
    expect(id.heard.length).toBe(1);
  });
});
