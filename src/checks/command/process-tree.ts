import { readdir, readFile } from 'node:fs/promises';
import type { Clock } from '../../support/clock.ts';

/** A program of ours with everything that it started. */
export interface Tree {
  /** Its process id, which is that of its process group too. */
  readonly leader: number;
  /** What stands in the environment of each of its members: `NAME=value`. */
  readonly mark: string;
}

/** Between two looks at what still lives. */
const LOOK_MS = 50;
/** The kernel ends what it was told to kill within milliseconds, unless a disk does not answer. */
const KILLED_MS = 1_000;

/**
 * Ends what is left of a tree: SIGTERM, and SIGKILL after `graceMs`. Returns when nothing of it lives any more, and
 * after another second at the latest; sends nothing where nothing lives.
 *
 * The group alone is not the tree: a browser that a test runner starts has a group of its own. Where there is a
 * /proc, members are known by the mark in their environment too.
 */
export async function endTree(tree: Tree, graceMs: number, clock: Clock): Promise<void> {
  if (await isGone(tree, 'SIGTERM', graceMs, clock)) return;
  const deadline = clock.now() + KILLED_MS;
  // Told again at each look: one that was starting another has a child that nobody has killed yet.
  while (clock.now() < deadline && !(await isGone(tree, 'SIGKILL', LOOK_MS, clock)));
}

/** Sends the signal to what lives, and looks until nothing does, or the time is over. */
async function isGone(
  tree: Tree,
  signal: NodeJS.Signals,
  patienceMs: number,
  clock: Clock,
): Promise<boolean> {
  const deadline = clock.now() + patienceMs;
  let members = await membersOf(tree);
  for (const member of members) send(member, signal);
  while (members.length > 0 && clock.now() < deadline) {
    await clock.sleep(LOOK_MS);
    members = await membersOf(tree);
  }
  return members.length === 0;
}

/** Process ids; without a /proc the group as one, which `kill` knows by its negative number. */
async function membersOf(tree: Tree): Promise<readonly number[]> {
  const ids = await readdir('/proc').catch(() => undefined);
  if (ids === undefined) return send(-tree.leader, 0) ? [-tree.leader] : [];
  const belong = ids
    .filter((id) => /^\d+$/.test(id))
    .map(async (id) => ((await isMember(id, tree)) ? Number(id) : []));
  return (await Promise.all(belong)).flat();
}

/** A process that ended meanwhile has no files any more; one of another user has none for us, and cannot be killed. */
async function isMember(id: string, { leader, mark }: Tree): Promise<boolean> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  // `pid (name) state parent group …`, where the name may hold anything, also `)`.
  const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === undefined || state === '' || state === 'Z' || state === 'X') return false;
  if (group === String(leader)) return true;
  const environ = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '');
  return environ.split('\0').includes(mark);
}

function send(id: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(id, signal);
  } catch {
    return false;
  }
}
