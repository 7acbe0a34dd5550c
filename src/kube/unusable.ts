import { ActionableError } from '../errors.ts';

/** The error for a kubeconfig whose credentials lead nowhere: a missing file, an expired login. */
export function unusable(how: string, cause?: unknown): ActionableError {
  return new ActionableError(
    {
      what: `The credentials of the kubeconfig cannot be used: ${how}.`,
      asked: 'credentials for the Kubernetes API server',
      next: 'check the files it names and the login of its user; `kubectl get --raw /version` must work with it.',
      reason: 'unauthorized',
    },
    { cause },
  );
}
