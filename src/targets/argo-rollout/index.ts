import type { Observation } from '../../observation.ts';
import { rollouts } from '../../kube/resources.ts';
import { operations } from '../../model.ts';
import type { TargetKind } from '../target.ts';
import type { Judged } from './analyses.ts';
import { rolloutAccess } from './access.ts';
import { readDetails } from './details.ts';
import { examinePods } from './examine.ts';
import { followRollout, type Latest } from './follow.ts';
import { rememberRevision } from './noting.ts';
import { rolloutRequests } from './requests.ts';
import { readRevisions } from './revisions.ts';

function judgedOf({ guard, revision }: Observation): Judged {
  return { hash: guard.hash, revision: revision?.toString() };
}

/** An Argo Rollout: canary or blueGreen, with a pod template inside or in a workload. */
export const argoRollout: TargetKind = {
  operations,
  access: rolloutAccess,
  open: (setting) => {
    const { client, namespace, name, notice } = setting;
    const latest: Latest = {};
    const asking = { client, namespace, name, notice, latest };
    return {
      ref: `rollout/${name}`,
      resource: rollouts,
      name,
      namespace,
      requests: rolloutRequests(asking),
      observe: (signal) => followRollout(setting, latest, signal),
      details: (signal, left) =>
        readDetails(client, { namespace, name }, latest.rollout, signal, left && judgedOf(left)),
      examine: (observation, signal) => examinePods(asking, observation, signal),
      revisions: (_, signal) => readRevisions(asking, signal),
      remember: (fared, { guard }, signal) => rememberRevision(asking, fared, guard.hash, signal),
    };
  },
};
