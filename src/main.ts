import * as core from '@actions/core';
import { planPost } from './post.ts';
import { run, type World } from './run.ts';
import { isPostStep, readSaved } from './saved-state.ts';
import { systemClock } from './support/clock.ts';
import { version } from './version.ts';

const world: World = {
  env: process.env,
  clock: systemClock,
  version,
  mask: core.setSecret,
  onCancel: (stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal));
  },
};

// The runner starts the same program for both steps.
if (isPostStep(process.env)) {
  const planned = planPost(readSaved(process.env), process.env);
  core.info(planned?.why ?? 'The main step has left nothing to do.');
  if (planned !== undefined) await run(world, () => planned);
} else {
  await run(world);
}
