import { argoRollout } from './argo-rollout/index.ts';
import type { TargetKind } from './target.ts';

/** Every kind of target by the word before the slash in `target`. */
export const targetKinds = {
  rollout: argoRollout,
} as const satisfies Record<string, TargetKind>;

/** The words before the slash. */
export type TargetKindName = keyof typeof targetKinds;

/** Whether a word names a kind of target. */
export function isTargetKind(word: string): word is TargetKindName {
  return Object.hasOwn(targetKinds, word);
}
