import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { version } from '../src/version.ts';

it('the version that the API server is told is that of package.json', () => {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  expect(version).toBe((JSON.parse(text) as { readonly version: string }).version);
});
