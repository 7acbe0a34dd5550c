import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { components } from './components.ts';
import type { Component, Program } from './components.ts';

/** Where built components live: outside the checkout, because they cost minutes and belong to no branch. */
export function cacheFolder(): string {
  const { ROLLOUT_CONDUCTOR_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
  return own || join(shared || join(homedir(), '.cache'), 'rollout-conductor');
}

/** The folder under cluster/ that holds the go.mod of a module of ours. */
export function moduleFolder(module: string): string {
  return join(import.meta.dirname, module);
}

/**
 * The folder that holds everything built from one module. Its name changes with all that decides what comes
 * out of a build, so a binary found there is never stale; Go's own version is left out, so that `up` needs no Go.
 */
export function outputFolder(module: string): string {
  const hash = createHash('sha256');
  const folder = moduleFolder(module);
  const ours = readdirSync(folder).filter((file) => file.endsWith('.go'));
  for (const file of ['go.mod', 'go.sum', ...ours.sort()]) hash.update(readFileSync(join(folder, file)));
  const settings = components.filter((component) => component.module === module).flatMap(settingsOf);
  hash.update(JSON.stringify([process.platform, process.arch, settings]));
  return join(cacheFolder(), `${module}-${hash.digest('hex').slice(0, 12)}`);
}

/** The built binary, or the folder of custom resource definitions, of a component. */
export function outputOf(component: Component): string {
  return join(outputFolder(component.module), component.name);
}

/** What the Go linker is told: no symbol tables (a third of the size), and the release the program is of. */
export function linkFlags(program: Program): string {
  const { release } = program;
  if (!release) return '-s -w';
  const version = pinnedVersion(program.module, release.of);
  const [major = '', minor = ''] = version.split('.');
  const set = release.set.map(
    (setting) =>
      `-X ${setting.replace('{version}', version).replace('{major}', major).replace('{minor}', minor)}`,
  );
  return ['-s -w', ...set].join(' ');
}

/** The version that go.mod pins, read from there so that it is written down once; a replacement wins. */
function pinnedVersion(module: string, dependency: string): string {
  const lines = readFileSync(join(moduleFolder(module), 'go.mod'), 'utf8').split('\n');
  const versions = lines
    .filter((line) => line.includes(`${dependency} v`))
    .map((line) => / v(\d\S*)/.exec(line));
  const replaced = versions.find((match) => match?.input.includes('=>'));
  const version = (replaced ?? versions[0])?.[1];
  if (!version) throw new Error(`cluster/${module}/go.mod pins no version of ${dependency}.`);
  return version;
}

// What of a component's entry decides what comes out, beside the files of its module.
function settingsOf(component: Component): string[][] {
  if (component.kind === 'program')
    return [[component.name, linkFlags(component), ...(component.tags ?? [])]];
  return component.only ? [[component.name, ...component.only]] : [];
}
