import type { Observation } from '../../observation.ts';
import type { RawRollout } from './rollout.ts';
import { routedServices } from './routes/routing.ts';

/** The Services of the strategy by their fields; those of a canary with pingPong by the roles they have now. Pure. */
export function observeServices(rollout: RawRollout): Observation['services'] {
  const { activeService, previewService } = rollout.spec?.strategy?.blueGreen ?? {};
  const { stable, canary } = routedServices(rollout);
  const named = { stableService: stable, canaryService: canary, activeService, previewService };
  return Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined && name !== ''));
}
