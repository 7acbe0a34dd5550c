import * as core from '@actions/core';
import { run } from './run.ts';
import { systemClock } from './support/clock.ts';
import { version } from './version.ts';

await run({
  env: process.env,
  clock: systemClock,
  version,
  mask: core.setSecret,
  onCancel: (stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal));
  },
});
