import type { ErrorParts } from '../errors.ts';
import type { Connection } from './config.ts';
import type { KubeError } from './kube-error.ts';

/** What is known of the place where the request went. */
export type Where = Pick<Connection, 'server' | 'context' | 'user' | 'source' | 'authority' | 'proxy'>;

/** The server as the subject of a sentence. */
export function serverOf({ server, proxy }: Where): string {
  return `The API server ${server}${proxy === undefined ? '' : ` (by the proxy ${proxy})`}`;
}

/** No connection, or one that broke. */
export function unreachable(error: KubeError, where: Where): ErrorParts {
  const server = serverOf(where);
  switch (error.code ?? '') {
    case 'ECONNREFUSED':
      return {
        what: `${server} refused the connection: nothing listens there.`,
        next: `check address and port in the kubeconfig (context "${where.context}", ${where.source}); a localhost address works only on the machine it was made for.`,
      };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        what: `The name of the API server ${where.server}${where.proxy === undefined ? '' : ` or of the proxy ${where.proxy}`} cannot be resolved (${error.code}).`,
        next: 'check the address in the kubeconfig; a private cluster needs a runner inside its network, or a proxy (HTTPS_PROXY).',
      };
    default:
      return {
        what: `${server} is out of reach (${error.serverMessage}).`,
        next: 'check that this runner may reach it: firewall, private endpoint, VPN, HTTPS_PROXY and NO_PROXY.',
      };
  }
}

/** A handshake that failed. */
export function tls(error: KubeError, where: Where): ErrorParts {
  const checkedWith =
    where.authority === undefined
      ? "this runner's own authorities, because the kubeconfig has no certificate-authority"
      : where.authority === 'certificate-authority-data'
        ? 'certificate-authority-data of the kubeconfig'
        : `the file ${where.authority}`;
  const what = `No trusted connection to the API server ${where.server}`;
  switch (error.code ?? '') {
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return {
        what: `${what}: its certificate is not valid now (${error.code}).`,
        next: "renew the server's certificate; if it is valid, check this runner's clock.",
      };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return {
        what: `${what}: its certificate is for other names (${error.serverMessage}).`,
        next: 'use an address that the certificate names, or set tls-server-name in the kubeconfig.',
      };
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return {
        what: `${what}: its certificate is not signed by an authority that is trusted here (${error.code}). It was checked with ${checkedWith}.`,
        next: 'put the authority of this cluster into the kubeconfig (certificate-authority-data), and check that the address leads to it and not to a proxy that decrypts.',
      };
    default:
      return {
        what: `${what}: ${error.serverMessage}.`,
        next: 'check that the address is the one of an API server (https, right port), and the certificates in the kubeconfig.',
      };
  }
}
