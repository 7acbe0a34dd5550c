/** What happens at a gate: end the step, pass it, or wait for somebody else to pass it. */
export const onPauseWords = ['stop', 'promote', 'wait'] as const;
/** A word of `on-pause`. */
export type OnPause = (typeof onPauseWords)[number];

/** What happens to the target when a release goes wrong. */
export const failurePolicies = ['abort', 'stop'] as const;
/** A word of `on-failure` and `on-timeout`. */
export type FailurePolicy = (typeof failurePolicies)[number];
