import type { TargetKind } from '../target.ts';
import { rolloutAccess } from './access.ts';
import { readDetails } from './details.ts';
import { rolloutRequests } from './requests.ts';
import { followRollout, type Latest } from './follow.ts';

/** An Argo Rollout: canary with a pod template inside. */
export const argoRollout: TargetKind = {
  operations: ['deploy', 'follow', 'status', 'promote', 'abort'],
  access: rolloutAccess,
  open: (setting) => {
    const { client, namespace, name } = setting;
    const latest: Latest = {};
    return {
      ref: `rollout/${name}`,
      namespace,
      requests: rolloutRequests(client, namespace, name),
      observe: (signal) => followRollout(setting, latest, signal),
      details: (signal) => readDetails(client, { namespace, name }, latest.rollout, signal),
    };
  },
};
