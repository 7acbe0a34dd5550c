import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { similar } from '../../support/similar.ts';

/** The YAML of an input, and the file that it came from; or why there is none. */
export type GivenText =
  | { readonly kind: 'text'; readonly text: string; readonly file?: string }
  | { readonly kind: 'mistake'; readonly what: string; readonly next: string };

/** Takes an input for what people mean: the path of a file below `folder`, or YAML. Reads at most that file. */
export function givenText(given: string, folder: string): GivenText {
  const line = given.trim();
  if (!isPath(line, folder)) return { kind: 'text', text: given };
  return readText(line, resolve(folder, line), folder);
}

/** One line that ends as a YAML file does, that is a file, or that could be nothing else. */
function isPath(line: string, folder: string): boolean {
  if (line === '' || line.includes('\n') || /^[-[{"'#]|:\s|:$/.test(line)) return false;
  return /\.(ya?ml|json)$/i.test(line) || line.includes('/') || existsSync(resolve(folder, line));
}

function readText(given: string, path: string, folder: string): GivenText {
  const mistake = (what: string, next: string): GivenText => ({ kind: 'mistake', what, next });
  try {
    if (statSync(path).isDirectory()) return mistake(`${given} is a folder`, 'name a YAML file in it');
    return { kind: 'text', text: readFileSync(path, 'utf8'), file: given };
  } catch (error) {
    const { code = 'failed', message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      return mistake(`${given} cannot be read (${message})`, 'make it readable for the runner');
    return mistake(`there is no file ${given} in ${folder}`, adviceFor(path, folder));
  }
}

function adviceFor(path: string, folder: string): string {
  if (isEmpty(folder)) return 'the workspace is empty: is actions/checkout missing before this step?';
  const near = similar(path, filesIn(dirname(path)));
  return near === undefined
    ? 'give a path from the root of the workspace, or the YAML itself'
    : `did you mean ${relative(folder, near)}?`;
}

function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}
