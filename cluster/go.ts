import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

// Whatever the machine's own settings are (`go env -w GOFLAGS=-mod=mod`, a go.work above the checkout, cgo),
// the build takes what go.sum pins and links nothing of the machine.
const pinned = { CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' };

/** Runs the go command in a folder and returns what it printed; its error output becomes the error. */
export async function go(args: readonly string[], folder: string, signal?: AbortSignal): Promise<string> {
  try {
    const { stdout } = await run('go', args, {
      cwd: folder,
      env: { ...process.env, ...pinned },
      maxBuffer: 64 * 1024 * 1024,
      ...(signal && { signal }),
    });
    return stdout;
  } catch (error) {
    signal?.throwIfAborted();
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(`"go ${args.join(' ')}" failed in ${folder}:\n${stderr?.trim() || message}`, {
      cause: error,
    });
  }
}

/** Fails with what to install, unless there is a Go that is new enough for the module in the folder. */
export async function requireGo(folder: string): Promise<void> {
  const needed = /^go (\S+)/m.exec(readFileSync(join(folder, 'go.mod'), 'utf8'))?.[1] ?? '';
  const advice = `Install Go ${needed} or newer from https://go.dev/dl/ and put it on PATH.`;
  // Asked in the module, where a Go that is allowed to fetch a newer one (GOTOOLCHAIN=auto) answers with that.
  const answer = await go(['env', 'GOVERSION'], folder).catch((error: Error) => {
    throw new Error(`The control plane is built with Go ${needed}. ${error.message}\n${advice}`, {
      cause: error,
    });
  });
  const found = answer.trim().replace(/^go/, '');
  if (isOlder(found, needed))
    throw new Error(`The control plane is built with Go ${needed}; "go" is ${found}. ${advice}`);
}

function isOlder(found: string, needed: string): boolean {
  const [a, b] = [found, needed].map((version) =>
    version.split('.').map((part) => Number.parseInt(part, 10) || 0),
  );
  for (let i = 0; i < 3; i++) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
