import type { AccessRule } from './access.ts';

/**
 * The smallest Role (one for each namespace; a ClusterRole for what is cluster-wide) that grants the rules, as YAML
 * that `kubectl apply` takes. Rules that differ only in their verb become one.
 * @param name of the role
 */
export function renderRole(rules: readonly AccessRule[], name = 'rollout-conductor'): string {
  const byNamespace = Map.groupBy(rules, (rule) => rule.namespace ?? '');
  return [...byNamespace].map(([namespace, some]) => renderOne(namespace, some, name)).join('---\n');
}

function renderOne(namespace: string, rules: readonly AccessRule[], name: string): string {
  const head = [
    'apiVersion: rbac.authorization.k8s.io/v1',
    `kind: ${namespace === '' ? 'ClusterRole' : 'Role'}`,
    'metadata:',
    `  name: ${name}`,
    ...(namespace === '' ? [] : [`  namespace: ${scalar(namespace)}`]),
    'rules:',
  ];
  return [...head, ...renderRules(rules)].map((line) => `${line}\n`).join('');
}

/** The items of `rules:` alone, to be added to a role that is there. */
export function renderRules(rules: readonly AccessRule[]): string[] {
  return [...Map.groupBy(rules, keyOf).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const names = namesOf(first);
    return [
      ...unique(same.map((rule) => rule.why)).map((why) => `  # ${why.replace(/\s+/g, ' ')}`),
      `  - apiGroups: [${quoted([first.group])}]`,
      `    resources: [${quoted([resourceOf(first)])}]`,
      ...(names.length === 0 ? [] : [`    resourceNames: [${quoted(names)}]`]),
      `    verbs: [${quoted(unique(same.map((rule) => rule.verb)))}]`,
    ];
  });
}

/** A name is not known to the server when something is created, so no rule with a name ever allows a create. */
function namesOf(rule: AccessRule): string[] {
  return rule.verb === 'create' || rule.name === undefined ? [] : [rule.name];
}

function resourceOf(rule: AccessRule): string {
  return rule.subresource === undefined ? rule.resource : `${rule.resource}/${rule.subresource}`;
}

function keyOf(rule: AccessRule): string {
  return JSON.stringify([rule.group, resourceOf(rule), namesOf(rule)]);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function quoted(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

/** A namespace such as `1e3` or `true` is a name and no number. */
function scalar(value: string): string {
  return /^[a-z][a-z0-9-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/.test(value)
    ? value
    : JSON.stringify(value);
}
