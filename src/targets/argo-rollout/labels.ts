/** The label that the controller gives to each ReplicaSet of a Rollout and its pods: the pod template hash. */
export const hashLabel = 'rollouts-pod-template-hash';

/** The annotation that counts the revisions, on a Rollout and on its ReplicaSets. */
export const revisionAnnotation = 'rollout.argoproj.io/revision';
