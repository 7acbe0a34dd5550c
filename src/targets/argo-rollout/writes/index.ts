import type { RequestName } from '../../../model.ts';
import { pause, resume } from './hold.ts';
import { abort, promote, promoteFull, retry } from './status.ts';
import { deploy, restart, restore } from './template.ts';
import type { GuardedWrite } from './write.ts';

/** The requests that a Rollout understands. */
export const writes: Readonly<Record<RequestName, GuardedWrite>> = {
  deploy,
  restore,
  retry,
  promote,
  'promote-full': promoteFull,
  abort,
  restart,
  pause,
  resume,
};
