import type { Observation } from '../observation.ts';
import type { Details, TreeNode } from '../targets/target.ts';
import { statusIcon, verdictIcon } from './icon.ts';
import { routeRows } from './routes.ts';
import { plain } from './text.ts';

const kindIcons: Readonly<Record<TreeNode['kind'], string>> = {
  Rollout: '⟳ ',
  Revision: '',
  ReplicaSet: '⧉ ',
  Pod: '□ ',
  Experiment: 'Σ ',
  AnalysisRun: 'α ',
  Job: '⊞ ',
};

/** Kinds whose status is a verdict. */
const judged: readonly TreeNode['kind'][] = ['Experiment', 'AnalysisRun', 'Job'];

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
    // A blueGreen has no weights: all traffic goes to one side.
    ...(details.strategy === 'BlueGreen'
      ? []
      : ([
          ['  SetWeight:', percent(weight.desired)],
          ['  ActualWeight:', percent(weight.actual)],
          ...routeRows(details.routes, '  Routes:'),
        ] as const)),
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

/** A time span as kubectl shows it: shorter ones more exactly. */
function formatSpan(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [minutes, hours, days] = [60, 3600, 86_400].map((unit) => Math.floor(seconds / unit)) as [
    number,
    number,
    number,
  ];
  const two = (large: number, unit: string, small: number, rest: string): string =>
    `${String(large)}${unit}${small === 0 ? '' : `${String(small)}${rest}`}`;
  if (seconds < 120) return `${String(seconds)}s`;
  if (minutes < 10) return two(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${String(minutes)}m`;
  if (hours < 8) return two(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${String(hours)}h`;
  return days < 8 ? two(days, 'd', hours % 24, 'h') : `${String(days)}d`;
}

function formatDelay(milliseconds: number): string {
  return milliseconds < 0 ? 'passed' : formatSpan(milliseconds);
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
  const { name, kind, status, created, info, scaleDownAt, children } = node;
  const icon = judged.includes(kind) ? verdictIcon(status) : statusIcon(status);
  const delay = scaleDownAt === undefined ? [] : [`delay:${formatDelay(Date.parse(scaleDownAt) - now)}`];
  const row: Row = {
    name: `${branch}${kindIcons[kind]}${plain(name)}`,
    kind: kind === 'Revision' ? '' : kind,
    status: status === '' ? '' : `${icon} ${plain(status)}`,
    age: created === undefined ? '' : formatSpan(now - Date.parse(created)),
    info: plain([...info, ...delay].join(',')),
  };
  const below = children.flatMap((child, i) => {
    const last = i === children.length - 1;
    return rowsOf(child, `${indent}${last ? '└──' : '├──'}`, `${indent}${last ? '   ' : '│  '}`, now);
  });
  return [row, ...below];
}
