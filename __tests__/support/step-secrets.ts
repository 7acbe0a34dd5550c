import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** Something that a step was given and must not show. */
export interface Secret {
  /** What it is, for a message: never its value. */
  readonly name: string;
  readonly value: string;
}

/** A mapping of YAML or JSON whose fields are not judged. */
type Fields = Readonly<Record<string, unknown>>;

/** Names of variables and of fields whose values are secrets; a path or an address of one is none. */
const secretName = /(token|secret|passw(or)?d|credential|api[-_]?key|authorization|cookie|key-data)/i;
const noSecretName = /(file|path|url|name|ref)$/i;

/** The secrets in what a step is given: kubeconfig, variables, args, headers of checks, credentials in addresses. */
export function secretsOf(env: NodeJS.ProcessEnv, folder: string): readonly Secret[] {
  const given = Object.entries(env).flatMap(([name, value = '']) => [
    ...(secretName.test(name) && !noSecretName.test(name) ? [{ name: `the variable ${name}`, value }] : []),
    ...passwordsIn(`the variable ${name}`, value),
  ]);
  const checks = textOf(env['INPUT_CHECKS'] ?? '', env['GITHUB_WORKSPACE'] ?? folder);
  return [
    ...given,
    ...kubeconfigsOf(env, folder).flatMap(secretsOfKubeconfig),
    ...[...kubeconfigsOf(env, folder).flatMap(execEnv), ...argsOf(env)].filter(
      ({ value }) => !isOpen(value, env),
    ),
    ...secretFields('checks', yamlOf(checks)),
    ...passwordsIn('checks', checks),
  ];
}

/** Passwords in addresses: `https://user:password@host`. */
function passwordsIn(name: string, text: string): readonly Secret[] {
  return [...text.matchAll(/:\/\/[^\s/@:]*:([^\s/@]+)@/g)].map(([, value = '']) => ({
    name: `a password in an address of ${name}`,
    value,
  }));
}

function kubeconfigsOf(env: NodeJS.ProcessEnv, folder: string): readonly string[] {
  const given = env['INPUT_KUBECONFIG'] ?? '';
  const paths = (env['KUBECONFIG'] ?? join(env['HOME'] ?? folder, '.kube/config')).split(':');
  const texts = (given === '' ? paths : [given]).map((text) => textOf(text, folder));
  // It may be given as base64.
  return texts.map((text) => (/[:{]/.test(text) ? text : Buffer.from(text, 'base64').toString('utf8')));
}

function secretsOfKubeconfig(text: string): readonly Secret[] {
  const inside = usersOf(text).flatMap(([name, user]) => [
    ...secretFields(name, user),
    ...filesOf(name, user),
  ]);
  return [...inside, ...passwordsIn('the kubeconfig', text)];
}

function filesOf(name: string, user: Fields): readonly Secret[] {
  return ['tokenFile', 'client-key'].flatMap((field) => {
    const path = user[field];
    if (typeof path !== 'string') return [];
    const value = textOf(path, '/');
    return value === path ? [] : [{ name: `the file ${field} of ${name}`, value }];
  });
}

/** Each user of a kubeconfig with a name for messages. */
function usersOf(text: string): readonly (readonly [string, Fields])[] {
  const config = yamlOf(text);
  return entriesOf(config, 'users').flatMap(({ user }, i) =>
    isFields(user) ? [[`users[${String(i)}] of the kubeconfig`, user] as const] : [],
  );
}

function execEnv(text: string): readonly Secret[] {
  return usersOf(text).flatMap(([name, { exec }]) =>
    entriesOf(exec, 'env').map((variable) => ({
      name: `exec.env ${String(variable['name'])} of ${name}`,
      value: String(variable['value']),
    })),
  );
}

function entriesOf(value: unknown, list: string): readonly Fields[] {
  const entries = isFields(value) ? value[list] : undefined;
  return Array.isArray(entries) ? (entries as unknown[]).filter(isFields) : [];
}

/** `name=$VARIABLE`: hidden, but for the runner's own. */
function argsOf(env: NodeJS.ProcessEnv): readonly Secret[] {
  const args = (env['INPUT_ARGS'] ?? '').matchAll(/^\s*([\w.-]+)=\$\{?(\w+)\}?\s*$/gm);
  return [...args]
    .filter(([, , variable = '']) => !/^(GITHUB|RUNNER)_(?!TOKEN)/.test(variable))
    .map(([, arg = '', variable = '']) => ({ name: `the arg ${arg}`, value: env[variable] ?? '' }));
}

/** What the step says in the open all the same is no secret, such as a region or the name of a host. */
function isOpen(value: string, env: NodeJS.ProcessEnv): boolean {
  const open = ['TARGET', 'NAMESPACE', 'IMAGE', 'CONTEXT', 'CHECKS'].map(
    (name) => env[`INPUT_${name}`] ?? '',
  );
  return open.some((text) => text.includes(value));
}

/** Every field that is named like a secret, and the values of headers that are: `{key: Authorization, value: …}`. */
function secretFields(name: string, value: unknown): readonly Secret[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => secretFields(`${name}[${String(i)}]`, one));
  if (!isFields(value)) return [];
  const { key, value: header } = value;
  const isHeader = typeof key === 'string' && secretName.test(key) && typeof header === 'string';
  return [
    ...(isHeader ? [{ name: `the header ${key} in ${name}`, value: header }] : []),
    ...Object.entries(value).flatMap(([field, inside]) => {
      const isSecret = secretName.test(field) && !noSecretName.test(field);
      if (typeof inside !== 'string') return secretFields(`${name}.${field}`, inside);
      return isSecret ? [{ name: `${name}.${field}`, value: inside }] : [];
    }),
  ].filter((secret) => !secret.value.includes('{{'));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function yamlOf(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' }) as unknown;
  } catch {
    return undefined;
  }
}

/** The content of the file, or the text itself where it is the path of none. */
function textOf(given: string, folder: string): string {
  if (given.includes('\n') || given.length > 4_096) return given;
  try {
    return readFileSync(resolve(folder, given), 'utf8');
  } catch {
    return given;
  }
}
