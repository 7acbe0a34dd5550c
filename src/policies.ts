/** What happens at a gate: end the step, pass it, or wait for somebody else to pass it. */
export const onPauseWords = ['stop', 'promote', 'wait'] as const;
/** A word of `on-pause`. */
export type OnPause = (typeof onPauseWords)[number];

/** What happens to the target when a release goes wrong. */
export const failurePolicies = ['abort', 'rollback', 'stop'] as const;
/** A word of `on-failure`, `on-inconclusive` and `on-timeout`. */
export type FailurePolicy = (typeof failurePolicies)[number];

/** What happens to the target when the run is cancelled; `pause` holds it until our next deploy. */
export const cancelPolicies = ['abort', 'rollback', 'pause', 'stop'] as const;
/** A word of `on-cancel`. */
export type CancelPolicy = (typeof cancelPolicies)[number];

/** What a deploy does when another release is going on. */
export const onBusyWords = ['supersede', 'wait', 'fail'] as const;
/** A word of `on-busy`. */
export type OnBusy = (typeof onBusyWords)[number];
