import { describe, expect, it } from '@jest/globals';
import { lineSplitter } from '../../src/kube/json-lines.ts';
import { redact } from '../../src/kube/redact.ts';
import {
  deployments,
  pathOf,
  pods,
  resourceName,
  rollouts,
  selfSubjectAccessReviews,
} from '../../src/kube/resources.ts';

describe('a path', () => {
  it.each([
    [pathOf(pods, {}), '/api/v1/pods'],
    [pathOf(pods, { namespace: 'shop' }), '/api/v1/namespaces/shop/pods'],
    [
      pathOf(deployments, { namespace: 'shop', name: 'web' }),
      '/apis/apps/v1/namespaces/shop/deployments/web',
    ],
    [
      pathOf(rollouts, { namespace: 'shop', name: 'web', subresource: 'status' }),
      '/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/web/status',
    ],
    [
      pathOf(selfSubjectAccessReviews, { namespace: 'shop' }),
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    ],
    [pathOf(pods, { namespace: '../x', name: 'a/b?c' }), '/api/v1/namespaces/..%2Fx/pods/a%2Fb%3Fc'],
  ])('%s', (path, expected) => expect(path).toBe(expected));

  it('names kinds as kubectl does', () => {
    expect([resourceName(pods), resourceName(rollouts)]).toEqual(['pods', 'rollouts.argoproj.io']);
  });
});

describe('lines', () => {
  it('come out the same wherever the bytes are cut', () => {
    const text = '{"a":"é€🚀"}\n\n  \n{"b":1}\r\n{"kept":"back"';
    const bytes = Buffer.from(text);
    for (let size = 1; size <= bytes.length; size += 1) {
      const split = lineSplitter(100);
      const lines: string[] = [];
      for (let start = 0; start < bytes.length; start += size)
        lines.push(...split(bytes.subarray(start, start + size)));
      expect(lines).toEqual(['{"a":"é€🚀"}', '{"b":1}\r']);
    }
  });

  it('are bounded, whole or not', () => {
    expect(() => lineSplitter(9)(Buffer.from('0123456789'))).toThrow('longer than 9 characters');
    expect(() => lineSplitter(9)(Buffer.from('0123456789\n'))).toThrow('longer than 9 characters');
    expect(lineSplitter(10)(Buffer.from('0123456789\n'))).toEqual(['0123456789']);
  });
});

describe('text of others', () => {
  it.each([
    ['Authorization: Bearer abc.def-1', 'Authorization: ***'],
    ['authorization: basic dXNlcjpw', 'authorization: ***'],
    ['AWS_SESSION_TOKEN=abc', 'AWS_SESSION_TOKEN=***'],
    ['"client_secret": "abc", x', '"client_secret": "***", x'],
    ['--password=abc next', '--password=*** next'],
    ['https://ann:word@proxy.example.com/x', 'https://***proxy.example.com/x'],
    ['got eyJhbGciOiJub25lIn0.e30.x here', 'got *** here'],
    [`key ${'a1'.repeat(25)} end`, 'key *** end'],
    [
      'arn:aws:iam::123456789012:role/deploy at https://sts.eu-central-1.amazonaws.com',
      'arn:aws:iam::123456789012:role/deploy at https://sts.eu-central-1.amazonaws.com',
    ],
    [
      'Unable to locate credentials. You can configure them by running "aws configure".',
      'Unable to locate credentials. You can configure them by running "aws configure".',
    ],
  ])('%s loses what looks like a credential', (text, expected) => expect(redact(text)).toBe(expected));
});
