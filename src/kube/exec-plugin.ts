import { readFile } from 'node:fs/promises';
import { ActionableError } from '../errors.ts';
import { type Fields, isFields } from '../support/fields.ts';
import { codeOf } from './node-error.ts';
import { redact } from './redact.ts';
import { type Ended, runProgram } from './run-program.ts';

/** What a plugin gave: a token, a client certificate, or both. */
export interface ExecCredential {
  /** Bearer token. */
  readonly token?: string;
  /** PEM. */
  readonly certificate?: string;
  /** PEM. */
  readonly key?: string;
  /** Milliseconds since the epoch; left out if the plugin names no end. */
  readonly expiresAt?: number;
}

/** A plugin that says nothing for this long waits for somebody, and nobody is there. */
const TIMEOUT_MS = 60_000;
/** More than any credential; a plugin that prints without end must not fill the memory. */
const LONGEST_OUTPUT = 1024 * 1024;
/** Lines of a failed plugin's stderr that are shown. */
const SHOWN_LINES = 5;

/** The extension of a cluster that is meant for its exec plugin (client-go's `execClusterConfigKey`). */
const EXEC_EXTENSION = 'client.authentication.k8s.io/exec';

/**
 * Runs the exec plugin of a kubeconfig user once and returns its credential.
 *
 * client-node runs plugins too, but without KUBERNETES_EXEC_INFO, with an open stdin that a prompting plugin waits
 * on forever, without a time limit, and with its whole stderr as message.
 * @param exec `user.exec` of the kubeconfig
 * @param cluster the cluster's entry, given to the plugin only with `provideClusterInfo`
 * @param timeoutMs given only by tests
 */
export async function runExecPlugin(
  exec: Fields,
  cluster: Fields,
  env: NodeJS.ProcessEnv,
  timeoutMs = TIMEOUT_MS,
): Promise<ExecCredential> {
  const command = typeof exec['command'] === 'string' ? exec['command'] : '';
  if (command === '') throw failed('(none)', exec, 'names no command');
  if (exec['interactiveMode'] === 'Always') {
    throw failed(command, exec, 'wants a terminal (interactiveMode: Always), which a workflow has not');
  }
  const info = JSON.stringify({
    apiVersion: exec['apiVersion'],
    kind: 'ExecCredential',
    spec: {
      interactive: false,
      ...(exec['provideClusterInfo'] === true ? { cluster: await clusterInfo(cluster) } : {}),
    },
  });
  const args = Array.isArray(exec['args']) ? exec['args'].map(String) : [];
  const given = { ...env, ...extraEnv(exec), KUBERNETES_EXEC_INFO: info };
  const ended = await runProgram(command, args, given, { timeoutMs, longest: LONGEST_OUTPUT });
  if (ended.code !== 0)
    throw failed(command, exec, failureOf(ended, timeoutMs, Object.values(extraEnv(exec))));
  return parseCredential(ended.stdout, command, exec);
}

function extraEnv(exec: Fields): NodeJS.ProcessEnv {
  const list = (Array.isArray(exec['env']) ? (exec['env'] as unknown[]) : []).filter(isFields);
  return Object.fromEntries(
    list.map((entry) => [String(entry['name']), typeof entry['value'] === 'string' ? entry['value'] : '']),
  );
}

async function clusterInfo(cluster: Fields): Promise<Fields> {
  const file = cluster['certificate-authority'];
  const extensions = (
    Array.isArray(cluster['extensions']) ? (cluster['extensions'] as unknown[]) : []
  ).filter(isFields);
  return {
    server: cluster['server'],
    'tls-server-name': cluster['tls-server-name'],
    'insecure-skip-tls-verify': cluster['insecure-skip-tls-verify'],
    'certificate-authority-data':
      cluster['certificate-authority-data'] ??
      (typeof file === 'string' ? await readFile(file, 'base64') : undefined),
    'proxy-url': cluster['proxy-url'],
    config: extensions.find((extension) => extension['name'] === EXEC_EXTENSION)?.['extension'],
  };
}

/** What a plugin that did not succeed is said to have done. */
function failureOf(ended: Ended, timeoutMs: number, given: readonly (string | undefined)[]): string {
  if (ended.error !== undefined) {
    const missing = codeOf(ended.error) === 'ENOENT';
    return missing ? 'was not found on this runner' : `could not be started (${ended.error.message})`;
  }
  if (ended.stopped === 'time')
    return `gave no credential within ${String(timeoutMs / 1000)} s and was stopped`;
  if (ended.stopped === 'output') return 'printed more than a credential can be and was stopped';
  const how = ended.code === undefined ? 'was killed' : `failed with exit code ${String(ended.code)}`;
  const lines = redact(hide(ended.stderr, given)).trim().split('\n').slice(-SHOWN_LINES).join('\n');
  return lines === '' ? how : `${how}:\n${lines}`;
}

/** A plugin may print what the kubeconfig gives it (`exec.env`); shorter values are words, such as those of flags. */
function hide(text: string, values: readonly (string | undefined)[]): string {
  return values.reduce<string>(
    (shown, value = '') => (value.length < 6 ? shown : shown.replaceAll(value, '***')),
    text,
  );
}

function parseCredential(output: string, command: string, exec: Fields): ExecCredential {
  let value: unknown;
  try {
    value = JSON.parse(output);
  } catch {
    // The parser's message quotes the output, which may hold the token: it is not passed on.
    throw failed(command, exec, 'printed something that is not JSON');
  }
  const status = isFields(value) ? value['status'] : undefined;
  const text = (key: string): string | undefined => {
    const field = isFields(status) ? status[key] : undefined;
    return typeof field === 'string' && field !== '' ? field : undefined;
  };
  const [token, certificate, key] = [text('token'), text('clientCertificateData'), text('clientKeyData')];
  if (token === undefined && (certificate === undefined || key === undefined)) {
    throw failed(
      command,
      exec,
      'printed no ExecCredential with status.token or a client certificate and its key',
    );
  }
  const expiresAt = Date.parse(text('expirationTimestamp') ?? '');
  return {
    ...(token === undefined ? {} : { token }),
    ...(certificate === undefined ? {} : { certificate }),
    ...(key === undefined ? {} : { key }),
    ...(Number.isNaN(expiresAt) ? {} : { expiresAt }),
  };
}

function failed(command: string, exec: Fields, how: string): ActionableError {
  const hint =
    typeof exec['installHint'] === 'string' ? ` The kubeconfig says: ${exec['installHint'].trim()}` : '';
  return new ActionableError({
    what: `The credential plugin ${command} of the kubeconfig ${how}`,
    asked: 'credentials for the Kubernetes API server',
    next: `make the plugin work on this runner (install it, log in to the cloud in an earlier step), or use a kubeconfig with a token.${hint}`,
    reason: 'unauthorized',
  });
}
