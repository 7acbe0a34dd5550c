/** Builds dist/ from src/: `tsc` to JavaScript, `ncc` to one file with its licences. Byte for byte reproducible. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const node = (script: string, ...args: readonly string[]): void => {
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
};

for (const folder of ['build', 'dist']) rmSync(join(root, folder), { recursive: true, force: true });
// The alias keeps TypeScript 6 for the linter, which needs a compiler API that TypeScript 7 has not.
node('@typescript/native/bin/tsc', '-p', 'tsconfig.build.json');
node(
  '@vercel/ncc/dist/ncc/cli.js',
  'build',
  'build/main.js',
  '-o',
  'dist',
  '--license',
  'licenses.txt',
  '--no-cache',
);
// The runner tells its post step from the main one only by what that saved, which is nothing where it was killed early.
writeFileSync(join(root, 'dist', 'post.js'), `process.env.STATE_run ??= '';\nawait import('./index.js');\n`);
