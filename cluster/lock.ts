import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pause } from './wait.ts';

/**
 * Runs `work` while no other process runs work under the same lock file. A lock whose process has ended is
 * taken over. `onWait` is called once if somebody else has it.
 */
export async function withLock<T>(
  file: string,
  onWait: (pid: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !take(file);) {
    if (dropDeadLock(file)) continue;
    const holder = holderOf(file);
    if (holder !== undefined && !told) onWait(holder);
    told ||= holder !== undefined;
    await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Removes a lock whose process has ended without removing it; false if there is none. */
export function dropDeadLock(file: string): boolean {
  const holder = holderOf(file);
  if (holder === undefined || isAlive(holder)) return false;
  breakLock(file, holder);
  return true;
}

// Whether a process of that id is there; one that belongs to another user counts.
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// A hard link appears with its content or not at all: nobody can see a lock that has no holder yet.
function take(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${process.pid}\n`);
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

// Of two processes that find the same dead holder, the slower one must not remove the lock that the faster one
// has taken since. So removal has a lock of its own, held for two system calls, and looks again under it.
function breakLock(file: string, deadHolder: number): void {
  const breaking = `${file}.break`;
  try {
    mkdirSync(breaking);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  if (holderOf(file) === deadHolder) rmSync(file, { force: true });
  rmSync(breaking, { recursive: true });
}
