import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { linkFlags, moduleFolder, outputFolder, outputOf } from './cache.ts';
import type { Component, Crds, Program } from './components.ts';
import { extractCrds } from './crds.ts';
import { go, requireGo } from './go.ts';
import { withLock } from './lock.ts';
import { stopwatch } from './wait.ts';

/** Makes each component that the cache does not hold yet, one after another, and says one line about each. */
export async function build(
  wanted: readonly Component[],
  report: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (const component of wanted) {
    const waited = (pid: number): void =>
      report(`${label(component)}waiting for process ${pid}, which builds ${component.module}`);
    if (isBuilt(component)) {
      report(`${label(component)}cached`);
      continue;
    }
    // One build of a module at a time: a second would compile the same packages once more beside the first.
    await withLock(`${outputFolder(component.module)}.lock`, waited, async () => {
      const elapsed = stopwatch();
      if (!isBuilt(component)) report(`${label(component)}is being built`);
      const done = isBuilt(component) ? 'cached' : await make(component, signal);
      report(`${label(component)}${done === 'cached' ? done : `${done} in ${elapsed()}`}`);
    });
  }
}

/** Whether the cache holds the component. */
export function isBuilt(component: Component): boolean {
  return existsSync(outputOf(component));
}

async function make(component: Component, signal?: AbortSignal): Promise<string> {
  await requireGo(moduleFolder(component.module));
  await mkdir(outputFolder(component.module), { recursive: true });
  // Made beside its place and renamed into it, so that whoever is killed half way leaves nothing that looks built.
  const unfinished = `${outputOf(component)}.${process.pid}`;
  try {
    if (component.kind === 'program') await compile(component, unfinished, signal);
    else await extractCrds(await sourceOf(component), component.only, unfinished);
    await rename(unfinished, outputOf(component));
  } finally {
    await rm(unfinished, { force: true, recursive: true });
  }
  return component.kind === 'program' ? 'built' : 'extracted';
}

async function compile(program: Program, output: string, signal?: AbortSignal): Promise<void> {
  const tags = program.tags ? ['-tags', program.tags.join(',')] : [];
  await go(
    [
      'build',
      '-trimpath',
      '-buildvcs=false',
      ...tags,
      '-ldflags',
      linkFlags(program),
      '-o',
      output,
      program.package,
    ],
    moduleFolder(program.module),
    signal,
  );
}

async function sourceOf(crds: Crds): Promise<string> {
  const answer = await go(['mod', 'download', '-json', crds.of], moduleFolder(crds.module));
  const { Dir } = JSON.parse(answer) as { Dir: string };
  return join(Dir, crds.path);
}

function label(component: Component): string {
  return `${component.name.padEnd(24)}`;
}
