import type { Credentials } from './certificates.ts';

/** What a kubeconfig says. */
export interface Access {
  /** Name of the cluster, the context and the user in the file. */
  name: string;
  /** `https://host:port` of the API server. */
  server: string;
  /** The authority that signed the server's certificate, PEM. */
  authority: string;
  /** Who the holder of the file is. */
  client: Credentials;
  /** The namespace of the context. */
  namespace?: string;
}

/** A kubeconfig that holds everything itself, so that it can be copied anywhere. JSON, which is YAML too. */
export function kubeconfig({ name, server, authority, client, namespace }: Access): string {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [{ name, cluster: { server, 'certificate-authority-data': base64(authority) } }],
    users: [
      {
        name,
        user: {
          'client-certificate-data': base64(client.certificate),
          'client-key-data': base64(client.key),
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: name, ...(namespace && { namespace }) } }],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
