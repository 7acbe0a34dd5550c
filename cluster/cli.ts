import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { findCluster, startCluster, stopCluster } from './cluster.ts';
import { componentNamed, components } from './components.ts';
import { stopwatch } from './wait.ts';

const usage = `The control plane that tests and the demo run on: real programs, simulated nodes.

  npm run cluster -- build [component…]   build into the cache what is not there yet (all by default)
  npm run cluster -- up [--name N]        start a cluster; it stays until "down"
  npm run cluster -- down [--name N]      stop it and remove its state
  npm run cluster -- env [--name N]       print KUBECONFIG and PATH for: eval "$(npm run -s cluster -- env)"`;

const report = (line: string): void => console.log(line);

async function up(name: string, signal: AbortSignal): Promise<void> {
  const elapsed = stopwatch();
  const { kubeconfig } = await startCluster({ name, owner: 'nobody', report, signal });
  console.log(`Cluster "${name}" is up (${elapsed()}). KUBECONFIG=${kubeconfig}`);
}

async function down(name: string): Promise<void> {
  console.log(
    (await stopCluster(name)) ? `Cluster "${name}" is stopped.` : `No cluster "${name}" was running.`,
  );
}

async function env(name: string): Promise<void> {
  const cluster = await findCluster(name);
  if (!cluster)
    throw new Error(`No cluster "${name}" is running. Start it with: npm run cluster -- up --name ${name}`);
  console.log(`export KUBECONFIG='${cluster.kubeconfig}'\nexport PATH='${cluster.bin}':"$PATH"`);
}

async function main(args: string[], signal: AbortSignal): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { name: { type: 'string', default: 'default' } },
  });
  const [command, ...rest] = positionals;
  if (command === 'build')
    return build(rest.length > 0 ? rest.map(componentNamed) : components, report, signal);
  if (command === 'up') return up(values.name, signal);
  if (command === 'down') return down(values.name);
  if (command === 'env') return env(values.name);
  throw new Error(
    `${command === undefined ? 'No command was given' : `"${command}" is no command`}.\n\n${usage}`,
  );
}

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () =>
    interrupted.abort(new Error(`Interrupted by ${signal}; nothing is left running.`)),
  );
}
try {
  await main(process.argv.slice(2), interrupted.signal);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = interrupted.signal.aborted ? 130 : 1;
}
