import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('..', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** The rules that this text breaks, as if it stood in a file of src; nothing is written. */
async function broken(text: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, 'src', 'version.ts') });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

/** A switch over three words with these branches. */
function saying(...branches: readonly string[]): string {
  return [
    "export function say(word: 'yes' | 'no' | 'maybe'): string {",
    '  switch (word) {',
    ...branches,
    '  }',
    "  return '';",
    '}',
  ].join('\n');
}

const yes = "case 'yes': return 'Yes.';";
const no = "case 'no': return 'No.';";
const maybe = "case 'maybe': return 'Maybe.';";

describe('the linter of this project sees', () => {
  it('a promise that nobody waits for', async () => {
    const text = 'async function work(): Promise<void> {\n  await Promise.resolve();\n}\nwork();\n';
    expect(await broken(text)).toEqual(['@typescript-eslint/no-floating-promises']);
    expect(await broken(text.replace('\nwork()', '\nvoid work()'))).toEqual([]);
  }, 60_000);

  it('a case that was removed, or never added', async () => {
    expect(await broken(saying(yes, no))).toEqual(['@typescript-eslint/switch-exhaustiveness-check']);
    expect(await broken(saying(yes, no, maybe))).toEqual([]);
  }, 60_000);

  it('a case that a default hides', async () => {
    expect(await broken(saying(yes, "default: return 'No.';"))).toEqual([
      '@typescript-eslint/switch-exhaustiveness-check',
    ]);
  }, 60_000);
});
