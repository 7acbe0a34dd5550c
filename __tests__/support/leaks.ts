import type { Secret } from './step-secrets.ts';

/** Everything that people or other steps see of a step. */
export interface Shown {
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** The report as JSON; absent where a test has none to show. */
  readonly report?: string;
}

/** Shorter values stand in other text by chance. */
const shortest = 8;

/** Secrets that only a test knows, such as the values of a Secret in the cluster. */
const registered: Secret[] = [];

/** From now on no step of this test file may show it. */
export function keepSecret(name: string, value: string): void {
  registered.push({ name, value });
}

/** The error of a test whose step has shown a secret: the name of each and its place, never its value. */
export function leakIn(shown: Shown, secrets: readonly Secret[]): Error | undefined {
  const found = leaksOf(shown, [...secrets, ...registered]);
  return found.length === 0 ? undefined : new Error(`The step has shown a secret:\n${found.join('\n')}`);
}

/** Each secret that was shown, as `users[0].token of the kubeconfig: in the log, line 3`. Pure. */
export function leaksOf(
  { log, summary, outputs, state, report = '' }: Shown,
  secrets: readonly Secret[],
): readonly string[] {
  const texts: readonly (readonly [string, string])[] = [
    // The runner takes these lines out of the log; the lines are counted as they were printed.
    ['in the log', log.replace(/^\s*::add-mask::.*$/gm, '')],
    ['in the job summary', asShown(summary)],
    ['in the report', report],
    ...Object.entries(outputs).map(([name, text]) => [`in the output ${name}`, text] as const),
    ...Object.entries(state).map(([name, text]) => [`in the state ${name}`, text] as const),
  ];
  const found = secrets.flatMap(({ name, value }) =>
    formsOf(value).flatMap((form) =>
      texts
        .filter(([, text]) => text.includes(form))
        .map(([place, text]) => `${name}: ${place}, line ${String(lineOf(text, form))}`),
    ),
  );
  return [...new Set(found)];
}

/** Markdown as it is read: a secret with an entity or an element between its letters is there all the same. */
function asShown(markdown: string): string {
  return markdown
    .replace(/<\/?span>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('\\|', '|')
    .replaceAll('&amp;', '&');
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

/** A secret as it may be written: itself, each of its lines, in an address, in JSON, in base64, in a workflow command. */
function formsOf(value: string): readonly string[] {
  const whole = value.trim();
  const unpacked = /^[\w+/=\s]{100,}$/.test(whole) ? Buffer.from(whole, 'base64').toString('utf8') : '';
  const bare = /^(?:bearer|basic)\s+(.+)$/i.exec(whole)?.[1] ?? '';
  const lines = [whole, unpacked].flatMap((text) => text.split('\n')).map((line) => line.trim());
  const forms = [whole, bare, ...lines.filter((line) => !line.startsWith('-----'))].flatMap((form) => [
    form,
    encodeURIComponent(form.toWellFormed()),
    JSON.stringify(form).slice(1, -1),
    Buffer.from(form, 'utf8').toString('base64').replace(/=+$/, ''),
    form.replaceAll('%', '%25'),
  ]);
  return [...new Set(forms)].filter(({ length }) => length >= shortest);
}
