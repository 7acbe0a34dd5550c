/** The icons of `kubectl argo rollouts`, by the status they stand for. */
const icons: Readonly<Record<string, string>> = {
  Healthy: '✔',
  Running: '✔',
  Completed: '✔',
  Progressing: '◌',
  Pending: '◌',
  ContainerCreating: '◌',
  Terminating: '◌',
  Paused: '॥',
  ScaledDown: '•',
};

/** The icon for a status; what is none of the known good or moving ones is trouble. */
export function statusIcon(status: string): string {
  return icons[status] ?? (status === 'Unknown' ? '?' : '✖');
}

/** The icons of `kubectl argo rollouts` for analyses, experiments and their Jobs, where Running is no end. */
const verdictIcons: Readonly<Record<string, string>> = {
  Successful: '✔',
  Failed: '✖',
  Inconclusive: '?',
  Error: '⚠',
  Running: '◌',
  Pending: '◷',
  Terminated: '•',
};

/** The icon for what an analysis came to. */
export function verdictIcon(verdict: string): string {
  return verdictIcons[verdict] ?? '?';
}
