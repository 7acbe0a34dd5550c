import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { ActionableError } from '../errors.ts';
import { inCluster } from './in-cluster.ts';
import { type Kubeconfig, mergeKubeconfigs, parseKubeconfig, readKubeconfigFile } from './kubeconfig.ts';

/** A path is shorter than this; a longer value that is no kubeconfig is not printed, it may be a broken secret. */
const LONGEST_PATH = 200;

/**
 * Finds and reads the kubeconfig: the input (a path, the content, its base64, or `in-cluster`), else `$KUBECONFIG`,
 * else `~/.kube/config`. The service account of a pod is taken only where `in-cluster` was typed: a self-hosted
 * runner's own account must not roll anything out by accident.
 */
export async function findKubeconfig(input: string | undefined, env: NodeJS.ProcessEnv): Promise<Kubeconfig> {
  const value = input?.trim() ?? '';
  if (value === 'in-cluster') return inCluster(env);
  if (value !== '') return fromInput(value, env);
  const listed = (env['KUBECONFIG'] ?? '').split(path.delimiter).filter((file) => file.trim() !== '');
  return listed.length > 0 ? fromVariable(listed) : fromHome(env);
}

async function fromInput(value: string, env: NodeJS.ProcessEnv): Promise<Kubeconfig> {
  const source = 'The content of the input kubeconfig';
  if (looksLikeContent(value)) return parseKubeconfig(value, source, process.cwd());
  const decoded = decode(value);
  if (decoded !== undefined) return parseKubeconfig(decoded, `${source} (base64)`, process.cwd());
  if (value.length > LONGEST_PATH || /\s/.test(value)) {
    throw new ActionableError({
      what: `The input kubeconfig is neither a kubeconfig nor its base64 nor a path (${String(value.length)} characters, not shown: they may be secret).`,
      next: 'give the path of a kubeconfig, its content, its base64, or the word in-cluster; a secret must hold the whole file.',
    });
  }
  const file = value.startsWith('~/') ? path.join(homeOf(env), value.slice(2)) : value;
  const found = await readKubeconfigFile(file, `The file ${value} of the input kubeconfig`);
  if (found !== undefined) return found;
  throw new ActionableError({
    what: `There is no file ${value}, which the input kubeconfig names.`,
    next: 'write the kubeconfig before this step, or give its content or its base64 instead of a path.',
  });
}

function looksLikeContent(value: string): boolean {
  return /^\{|^["']?(apiVersion|kind|clusters|contexts|users|current-context|preferences)["']?\s*:/m.test(
    value,
  );
}

function decode(value: string): string | undefined {
  if (!/^[A-Za-z0-9+/_=\s-]+$/.test(value)) return undefined;
  const text = Buffer.from(value, 'base64').toString('utf8').trim();
  return looksLikeContent(text) && !text.includes('\uFFFD') ? text : undefined;
}

/** Missing files of the list are skipped, as kubectl does; only if all are missing is that an error. */
async function fromVariable(listed: readonly string[]): Promise<Kubeconfig> {
  const files = await Promise.all(
    listed.map((file) => readKubeconfigFile(file, `The file ${file} of $KUBECONFIG`)),
  );
  const found = files.filter((file) => file !== undefined);
  if (found.length > 0) return mergeKubeconfigs(found, `$KUBECONFIG (${listed.join(', ')})`);
  throw noKubeconfig([`the input kubeconfig (empty)`, `$KUBECONFIG (${listed.join(', ')}: not there)`]);
}

async function fromHome(env: NodeJS.ProcessEnv): Promise<Kubeconfig> {
  const file = path.join(homeOf(env), '.kube', 'config');
  const found = await readKubeconfigFile(file, `The file ${file}`);
  if (found !== undefined) return found;
  const looked = ['the input kubeconfig (empty)', '$KUBECONFIG (empty)', `${file} (not there)`];
  throw noKubeconfig(
    looked,
    await access('/var/run/secrets/kubernetes.io/serviceaccount/token').then(
      () => true,
      () => false,
    ),
  );
}

function homeOf(env: NodeJS.ProcessEnv): string {
  return env['HOME'] ?? env['USERPROFILE'] ?? homedir();
}

function noKubeconfig(looked: readonly string[], inPod = false): ActionableError {
  return new ActionableError({
    what: `There is no kubeconfig. Looked at: ${looked.join('; ')}.`,
    next: `set the input kubeconfig (a path, the content or its base64), or log in to the cluster in an earlier step.${
      inPod ? " This runner is a pod: `kubeconfig: in-cluster` uses the pod's own service account." : ''
    }`,
  });
}
