import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of its own for a test. */
export interface Folder {
  readonly path: string;
  /** Writes a file and returns its path; `mode` makes a script executable. */
  write(name: string, text: string, mode?: number): Promise<string>;
  /** The text of a file; empty if it is not there. */
  read(name: string): Promise<string>;
  remove(): Promise<void>;
}

/** Makes an empty folder. */
export async function makeFolder(): Promise<Folder> {
  const root = await mkdtemp(path.join(tmpdir(), 'rollout-conductor-'));
  return {
    path: root,
    async write(name, text, mode) {
      const file = path.join(root, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      if (mode !== undefined) await chmod(file, mode);
      return file;
    },
    read: (name) => readFile(path.join(root, name), 'utf8').catch(() => ''),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
