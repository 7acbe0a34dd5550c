import type { Observation } from '../observation.ts';

/** How many steps a bar shows one by one; a longer strategy is told in a share of this. */
const widest = 20;

/** How far a release is, as a bar of its steps: `▰▰▰▱▱▱▱▱ step 3 of 8`; undefined without steps. Pure. */
export function stepBar({ step, settled }: Pick<Observation, 'step' | 'settled'>): string | undefined {
  if (step === undefined || step.of === 0) return undefined;
  const done = settled === 'healthy' ? step.of : Math.min(step.index, step.of);
  const width = Math.min(step.of, widest);
  const full = Math.floor((done / step.of) * width);
  return `${'▰'.repeat(full)}${'▱'.repeat(width - full)} step ${String(done)} of ${String(step.of)}`;
}
