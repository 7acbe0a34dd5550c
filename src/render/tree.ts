import type { Observation } from '../model.ts';
import type { Details, TreeNode } from '../targets/target.ts';
import { statusIcon } from './icon.ts';
import { plain } from './text.ts';

const kindIcons: Readonly<Record<TreeNode['kind'], string>> = {
  Rollout: '⟳ ',
  Revision: '',
  ReplicaSet: '⧉ ',
  Pod: '□ ',
};

/** What `kubectl argo rollouts get rollout` shows, as text; `now` in milliseconds since the epoch. Pure. */
export function renderTree(
  observation: Observation,
  details: Details,
  namespace: string,
  now: number,
): string {
  return [...renderHead(observation, details, namespace), '', ...renderNodes(details.tree, now)]
    .map((line) => line.trimEnd())
    .join('\n');
}

function renderHead(observation: Observation, details: Details, namespace: string): readonly string[] {
  const { phase, message, step, weight, replicas } = observation;
  const images = details.images.map(({ image, roles }) =>
    roles.length === 0 ? image : `${image} (${roles.join(', ')})`,
  );
  const rows: readonly (readonly [string, string])[] = [
    ['Name:', details.tree.name],
    ['Namespace:', namespace],
    ['Status:', `${statusIcon(phase)} ${phase}`],
    ...(message === '' ? [] : [['Message:', message] as const]),
    ['Strategy:', details.strategy],
    ...(step === undefined ? [] : [['  Step:', `${String(step.index)}/${String(step.of)}`] as const]),
    ['  SetWeight:', percent(weight.desired)],
    ['  ActualWeight:', percent(weight.actual)],
    ...(images.length === 0
      ? [['Images:', ''] as const]
      : images.map((image, i) => [i === 0 ? 'Images:' : '', image] as const)),
    ['Replicas:', ''],
    ['  Desired:', String(replicas.desired)],
    ['  Current:', String(replicas.current)],
    ['  Updated:', String(replicas.updated)],
    ['  Ready:', String(replicas.ready)],
    ['  Available:', String(replicas.available)],
  ];
  return rows.map(([label, value]) => `${label.padEnd(17)}${plain(value)}`);
}

/** An age as kubectl shows it: one unit, rounded down. */
function formatAge(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 120) return `${String(seconds)}s`;
  if (seconds < 7200) return `${String(Math.floor(seconds / 60))}m`;
  if (seconds < 172_800) return `${String(Math.floor(seconds / 3600))}h`;
  return `${String(Math.floor(seconds / 86_400))}d`;
}

function percent(weight: number | undefined): string {
  return weight === undefined ? 'unknown' : String(weight);
}

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly status: string;
  readonly age: string;
  readonly info: string;
}

function renderNodes(tree: TreeNode, now: number): readonly string[] {
  const head: Row = { name: 'NAME', kind: 'KIND', status: 'STATUS', age: 'AGE', info: 'INFO' };
  const rows = [head, ...rowsOf(tree, '', '', now)];
  const width = (of: (row: Row) => string): number => Math.max(...rows.map((row) => of(row).length)) + 2;
  const [name, kind, status, age] = [
    width((r) => r.name),
    width((r) => r.kind),
    width((r) => r.status),
    width((r) => r.age),
  ];
  return rows.map((row) =>
    [
      row.name.padEnd(name),
      row.kind.padEnd(kind),
      row.status.padEnd(status),
      row.age.padEnd(age),
      row.info,
    ].join(''),
  );
}

function rowsOf(node: TreeNode, branch: string, indent: string, now: number): readonly Row[] {
  const { name, kind, status, created, info, children } = node;
  const row: Row = {
    name: `${branch}${kindIcons[kind]}${plain(name)}`,
    kind: kind === 'Revision' ? '' : kind,
    status: status === '' ? '' : `${statusIcon(status)} ${plain(status)}`,
    age: created === undefined ? '' : formatAge(now - Date.parse(created)),
    info: plain(info.join(',')),
  };
  const below = children.flatMap((child, i) => {
    const last = i === children.length - 1;
    return rowsOf(child, `${indent}${last ? '└──' : '├──'}`, `${indent}${last ? '   ' : '│  '}`, now);
  });
  return [row, ...below];
}
