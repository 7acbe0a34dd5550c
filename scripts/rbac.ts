/** What docs/rbac.md repeats from the access rules: the same data as the check before the first write. */
import type { AccessRule } from '../src/kube/access.ts';
import { deployments } from '../src/kube/resources.ts';
import { renderRole, renderRules } from '../src/kube/role.ts';
import { type Operation, operations } from '../src/model.ts';
import { type Intent, readingsOf, requestsOf } from '../src/intent.ts';
import { makePlan } from '../src/plan.ts';
import { workloadAccess } from '../src/targets/argo-rollout/access.ts';
import { type TargetKindName, targetKinds } from '../src/targets/index.ts';
import { checkAccess } from './checks-rbac.ts';
import { codeBlock, table } from './markdown.ts';

const [kind, name, namespace] = ['rollout', 'web', 'shop'] as const;

/** The policies that ask for most, so that one Role serves whatever a step says. */
const widest = {
  onPause: 'promote',
  onFailure: 'rollback',
  onInconclusive: 'abort',
  onTimeout: 'abort',
  onCancel: 'pause',
  rollbackSteps: false,
} as const satisfies Omit<Intent, 'operation'>;

/** What a step may be, and what it may come to send. */
interface Use {
  readonly title: string;
  readonly intent: Intent;
}

/** Each operation; twice where it needs more with policies than without any. */
const uses: readonly Use[] = targetKinds[kind].operations.flatMap((operation) => {
  const wide: Use = { title: `\`${operation}\``, intent: { operation, ...widest } };
  const { plan } = makePlan({
    INPUT_OPERATION: operation,
    INPUT_TARGET: `${kind}/${name}`,
    INPUT_IMAGE: 'web',
  });
  if (permissions(rolloutRules(plan)) === permissions(rolloutRules(wide.intent))) return [wide];
  return [
    { title: wide.title, intent: plan },
    { ...wide, title: `${wide.title} with policies` },
  ];
});

function rolloutRules(intent: Intent): readonly AccessRule[] {
  return targetKinds[kind].access(name, namespace, requestsOf(intent), readingsOf(intent));
}

function workloadRules(intent: Intent): readonly AccessRule[] {
  return workloadAccess(deployments, name, namespace, requestsOf(intent));
}

/** What the rules allow, whatever for. */
function permissions(rules: readonly AccessRule[]): string {
  const paths = rules.map(({ verb, group, resource, subresource = '' }) =>
    [verb, group, resource, subresource].join('/'),
  );
  return [...new Set(paths)].toSorted().join(' ');
}

/** One part for all uses that need the same: their names, and the rules with what each is for. */
function grouped(
  rulesOf: (intent: Intent) => readonly AccessRule[],
  render: (titles: string, rules: readonly AccessRule[]) => string,
): string {
  const groups = [...Map.groupBy(uses, ({ intent }) => permissions(rulesOf(intent))).values()];
  return groups
    .map((same) =>
      render(
        same.map(({ title }) => title).join(', '),
        same.flatMap(({ intent }) => rulesOf(intent)),
      ),
    )
    .join('\n\n');
}

/** A Role for each operation; operations that need the same share one. */
export function roles(): string {
  return grouped(rolloutRules, (titles, rules) => `### ${titles}\n\n${codeBlock(renderRole(rules))}`);
}

/** The rules to add where a Rollout takes its pods from a Deployment. */
export function workloadRoles(): string {
  return grouped(
    workloadRules,
    (titles, rules) => `${titles}:\n\n${codeBlock(renderRules(rules).join('\n'))}`,
  );
}

/** What the roles allow and no step needs, and what it is for. */
export function optionalRules(): string {
  const ofUses = uses.flatMap(({ intent }) => [...rolloutRules(intent), ...workloadRules(intent)]);
  // What one check has to have, another and every step without it may leave out.
  const rules = [...ofUses, ...checkAccess.filter(({ optional }) => optional === true)];
  const what = ({ verb, resource, subresource }: AccessRule): string =>
    `\`${verb}\` on \`${[resource, subresource].filter((part) => part !== undefined).join('/')}\``;
  const optional = [...Map.groupBy(rules, what)].filter(([, same]) => same.every((rule) => rule.optional));
  const why = (same: readonly AccessRule[]): string =>
    [...new Set(same.map((rule) => rule.why.replace(' (optional)', '')))].join('; ');
  return table(
    ['Rule', 'What it is for'],
    optional.map(([rule, same]) => [rule, why(same)]),
  );
}

/** Which operation each kind of target has. */
export function operationTable(): string {
  const kinds = Object.keys(targetKinds) as TargetKindName[];
  const has = (one: TargetKindName, operation: Operation): string =>
    targetKinds[one].operations.includes(operation) ? 'yes' : 'no';
  return table(
    ['Operation', ...kinds.map((one) => `\`${one}/…\``)],
    operations.map((operation) => [`\`${operation}\``, ...kinds.map((one) => has(one, operation))]),
  );
}
