import { KubeError, type KubeErrorKind, type RequestName } from './kube-error.ts';
import { redact } from './redact.ts';
import { TIMED_OUT, TOO_LARGE, type TransportFailure } from './transport-failure.ts';

/** Codes of node and OpenSSL for a handshake that failed or a certificate that does not hold: waiting mends none. */
const TLS_CODES =
  /^(CERT_|CRL_|ERR_TLS_|ERR_SSL_|ERR_OSSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|EPROTO)/;

/** Whether no trusted connection was made: a certificate that does not hold, a handshake that failed. Pure. */
export function isTlsFailure({ code }: TransportFailure): boolean {
  return TLS_CODES.test(code);
}

/** The error for an exchange that ended without a whole answer. */
export function fromTransport(request: RequestName, failure: TransportFailure): KubeError {
  return new KubeError(
    request,
    {
      kind: transportKind(failure),
      message: redact(failure.message),
      code: failure.code || undefined,
      maybeActedOn: failure.sent,
    },
    { cause: failure },
  );
}

function transportKind(failure: TransportFailure): KubeErrorKind {
  if (failure.code === TIMED_OUT) return 'timed-out';
  if (failure.code === TOO_LARGE) return 'bad-answer';
  // The token or a user name holds a line break or the like: node refuses to send the header.
  if (failure.code === 'ERR_INVALID_CHAR') return 'unauthorized';
  return isTlsFailure(failure) ? 'tls' : 'unreachable';
}

/**
 * The same failure for a write that must not be sent twice: where the answer does not tell whether it was done, it
 * becomes `answer-lost`.
 */
export function forSingleWrite(error: KubeError): KubeError {
  const unclear: readonly KubeErrorKind[] = ['server', 'unreachable', 'timed-out', 'bad-answer'];
  if (!error.maybeActedOn || !unclear.includes(error.kind)) return error;
  const request = {
    verb: error.verb,
    resource: error.resource,
    subresource: error.subresource,
    namespace: error.namespace,
    name: error.objectName,
  };
  return new KubeError(
    request,
    {
      kind: 'answer-lost',
      message: `it is not known whether this was done (${error.serverMessage})`,
      httpStatus: error.httpStatus,
      reason: error.reason,
      details: error.details,
      code: error.code,
      maybeActedOn: true,
    },
    { cause: error },
  );
}
