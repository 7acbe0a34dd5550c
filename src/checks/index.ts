import { analysisTemplate } from './analysis-template.ts';
import { command } from './command.ts';
import { github } from './github.ts';
import { job } from './job.ts';
import { kubernetes } from './kubernetes.ts';
import { prometheus } from './prometheus.ts';
import type { Provider } from './provider.ts';
import { web } from './web.ts';

/** Every source of measurements, by its key under `provider` in a metric. */
export const providers = {
  web,
  prometheus,
  job,
  analysisTemplate,
  command,
  github,
  kubernetes,
} as const satisfies Record<string, Provider>;

/** The keys under `provider`. */
export type ProviderName = keyof typeof providers;

/** The provider of a metric. */
export function providerOf({ provider }: { readonly provider: ProviderName }): Provider {
  return providers[provider];
}
