/** How a script is run: a program with its arguments, among them the path of the script. */
export interface Shell {
  readonly program: string;
  /** `{0}` stands for the path of the script. */
  readonly args: readonly string[];
  /** Ending of the script's file: PowerShell runs nothing that does not end in `.ps1`. */
  readonly ending: string;
  /** The script as the shell needs it. */
  readonly wrap: (script: string) => string;
}

const asItIs = (script: string): string => script;

/** A PowerShell goes on after an error, and ends with 0 after a program that failed, unless it is told. */
const strictPowerShell = (script: string): string =>
  [
    "$ErrorActionPreference = 'stop'",
    script,
    'if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }',
  ].join('\n');

/** The words of `shell`, as https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax has them. */
const known: Readonly<Record<string, Shell>> = {
  bash: {
    program: 'bash',
    args: ['--noprofile', '--norc', '-eo', 'pipefail', '{0}'],
    ending: '.sh',
    wrap: asItIs,
  },
  sh: { program: 'sh', args: ['-e', '{0}'], ending: '.sh', wrap: asItIs },
  pwsh: { program: 'pwsh', args: ['-command', ". '{0}'"], ending: '.ps1', wrap: strictPowerShell },
  python: { program: 'python', args: ['{0}'], ending: '.py', wrap: asItIs },
};

/** What is run where no shell is named: the first of these that the runner has. */
export const defaultShells: readonly Shell[] = ['bash', 'sh'].map((program) => ({
  program,
  args: ['-e', '{0}'],
  ending: '.sh',
  wrap: asItIs,
}));

/** What is allowed, for errors. */
export const SHELL_FORMS = `${Object.keys(known).join(', ')}, or a command with {0} for the script, such as "perl {0}"`;

/** Reads `shell` as the runner reads that of `run:`; undefined for what it is not. Pure. */
export function parseShell(given: string): Shell | undefined {
  const builtIn = Object.hasOwn(known, given) ? known[given] : undefined;
  if (builtIn !== undefined) return builtIn;
  const [program, ...args] = words(given);
  if (program === undefined || !args.some((arg) => arg.includes('{0}'))) return undefined;
  return { program, args, ending: known[program]?.ending ?? '', wrap: asItIs };
}

/** Words between spaces; quotes hold a word together and are dropped. */
function words(text: string): readonly string[] {
  const found = text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return found.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
