import { commitOf } from '../github/event.ts';
import type { DeploymentStatus } from '../github/api.ts';
import type { Operation } from '../model.ts';
import { clip } from '../render/fit.ts';
import { deploymentStateOf, describeStatus, descriptionLimit } from '../render/status.ts';
import { plain } from '../render/text.ts';
import type { Report } from '../report.ts';
import type { GitHubSetting } from './github-setting.ts';
import type { Reporter } from './reporter.ts';
import { told } from './told.ts';

/** What a deployment shall show. */
interface Shown {
  /** What is deployed: a later run, such as one that promotes, goes on with the deployment of the same. */
  readonly subject: string;
  /** A deployment is made where there is none of it. */
  readonly mayCreate: boolean;
  readonly status: DeploymentStatus;
}

/** The deployment on GitHub with its statuses, where an environment is asked for. */
export function deploymentStatusReporter(setting: GitHubSetting): Reporter | undefined {
  const { inputs, place, event } = setting;
  const { deploymentEnvironment: environment, environmentUrl } = inputs;
  if (environment === undefined) return undefined;
  let subject: string | undefined;
  let id: number | undefined;
  let last = '';
  return told<Shown>(setting, {
    what: 'deployment',
    permission: 'deployments: write',
    asked: true,
    stateOf: (report) => {
      // What a rollback goes back to is the end of this release, and no deployment of its own.
      subject ??= subjectOf(report);
      if (subject === undefined || report.ending?.ended === 'planned') return undefined;
      const status = {
        state: deploymentStateOf(report),
        description: describeStatus(report),
        logUrl: place.runUrl,
        ...(environmentUrl !== undefined && { environmentUrl }),
      };
      return { subject, status, mayCreate: report.operation !== 'status' };
    },
    deliver: async (api, { subject: wanted, status, mayCreate }, signal) => {
      const text = JSON.stringify(status);
      if (text === last) return { kind: 'done' };
      const ref = commitOf(event());
      if (ref === '') {
        return { kind: 'never', why: 'There is no deployment: the run names no commit in GITHUB_SHA.' };
      }
      id ??= (await api.deployments(environment, signal)).find((one) => one.subject === wanted)?.id;
      if (id === undefined && !mayCreate) return { kind: 'done' };
      const description = clip(plain(wanted), descriptionLimit);
      id ??= (await api.createDeployment({ ref, environment, description, subject: wanted }, signal)).id;
      await api.createDeploymentStatus(id, status, signal);
      last = text;
      return { kind: 'done' };
    },
  });
}

/** Operations that are about the release that is there; the others make one of their own. */
const ofWhatIsThere: ReadonlySet<string> = new Set<Operation>([
  ...(['follow', 'status', 'promote', 'promote-full', 'abort', 'pause', 'resume'] as const),
]);

/** Known once something was written and the release of it was seen; whoever follows or reads has nothing to write. */
function subjectOf({ run, timeline, operation, target, where, observation }: Report): string | undefined {
  const isWritten = timeline.some(({ kind }) => kind === 'request');
  const isRead = operation === 'follow' || operation === 'status';
  const candidate = run?.candidate ?? (ofWhatIsThere.has(operation) ? observation?.guard.hash : undefined);
  if (candidate === undefined || candidate === '' || !(isWritten || isRead)) return undefined;
  return [target, where?.namespace ?? '', candidate].join(' ');
}
