import { analysisOf, analysisRuns, type Metric, newMetric, type Value, webTemplate } from './analysis.ts';
import { type BlueGreenShop, blueGreenShop, gate } from './blue-green.ts';

/** Where a blueGreen has its analysis: before users are switched over, or after. */
export type Around = 'prePromotion' | 'postPromotion';

/** A blueGreen with one analysis, and the metric that this measures. */
export interface AnalysedShop {
  readonly shop: BlueGreenShop;
  readonly metric: Metric;
}

/** A fresh namespace with a blueGreen that is Healthy on v1; its analysis measures once unless another template is given. */
export async function analysedShop(
  around: Around,
  first: Value,
  template = webTemplate,
  pause: object = gate,
): Promise<AnalysedShop> {
  const metric = await newMetric(first);
  const blueGreen = { ...pause, [`${around}Analysis`]: analysisOf('smoke') };
  return { metric, shop: await blueGreenShop({ blueGreen, beside: [template('smoke', metric)] }) };
}

/** Waits until the analysis measures, or the one with a name that fits, and returns its name. */
export async function measuring(shop: BlueGreenShop, around: Around, fits = /./): Promise<string> {
  const now = ({ status: { blueGreen } }: Awaited<ReturnType<BlueGreenShop['rollout']>>) =>
    blueGreen?.[`${around}AnalysisRunStatus`] ?? { name: '' };
  const rollout = await shop.until('the analysis to measure', (one) => {
    return now(one).status === 'Running' && fits.test(now(one).name);
  });
  return now(rollout).name;
}

/** The AnalysisRuns in the order of their revisions, without Rollout and hash: `3-post Successful`. */
export async function analyses(shop: BlueGreenShop): Promise<readonly string[]> {
  const runs = Object.entries(await analysisRuns(shop));
  return runs.map(([name, phase]) => `${name.replace(/^web-[^-]+-/, '')} ${phase}`).toSorted();
}
