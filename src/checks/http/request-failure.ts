import { isTlsFailure } from '../../kube/failure.ts';
import { TOO_LARGE, type TransportFailure } from '../../kube/transport-failure.ts';

/** A request without an answer; the message says why, without the request, and may hold secrets. */
export class RequestFailure extends Error {
  /** Whether sending it again may help, and does no harm. */
  readonly again: boolean;

  constructor(message: string, again: boolean, options?: ErrorOptions) {
    super(message, options);
    this.again = again;
  }
}

/** More than anybody means to judge by a condition; the result of a measurement is kept and shown. */
export const LARGEST_ANSWER = 1024 * 1024;

/** What is said of a longer one. */
export const TOO_LONG =
  'the answer is larger than 1 MiB; let the address give less, or ask the part that is measured';

/** What a failed exchange comes to. */
export function ofTransport(failure: TransportFailure, method: string): RequestFailure {
  const cause = { cause: failure };
  if (failure.code === TOO_LARGE) return new RequestFailure(TOO_LONG, false, cause);
  if (isTlsFailure(failure))
    return new RequestFailure(
      `no trusted connection: ${failure.message}; let the runner trust its authority (NODE_EXTRA_CA_CERTS), or set insecure: true`,
      false,
      cause,
    );
  const harmless = method !== 'POST' || !failure.sent;
  return new RequestFailure(failure.message, harmless && failure.code !== 'ENOTFOUND', cause);
}

/** Why an address of the cluster leads nowhere. */
export function noService({ hostname }: URL): string {
  return `${hostname} is in the cluster, but is no Service: the API server leads to SERVICE.NAMESPACE.svc only`;
}

/** Why a header cannot be sent to an address of the cluster, and what else to do. */
export function keptHeader(name: string): string {
  return `an address of the cluster is asked through the API server, which keeps the header ${name} for itself; leave it out, or measure by an AnalysisTemplate of the cluster (templateName)`;
}
