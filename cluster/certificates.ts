// The certificate library finds its parts through decorators, which need this loaded before it.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** A certificate and its private key, both PEM. */
export interface Credentials {
  /** The certificate. */
  certificate: string;
  /** Its private key, PKCS #8. */
  key: string;
}

/** From when until when a certificate is valid. */
export interface Validity {
  /** The first moment. */
  from: Date;
  /** The last moment. */
  until: Date;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 24 * 60 * 60 * 1000;

/** A new certificate authority of that name. */
export async function makeAuthority(name: string, validity: Validity = aYear()): Promise<Credentials> {
  const keys = await webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [name] }],
    keys,
    notBefore: validity.from,
    notAfter: validity.until,
    signingAlgorithm: curve,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.digitalSignature, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: pem(certificate), key: await exported(keys.privateKey) };
}

/** A certificate for a server that is reached under the given host names and IP addresses. */
export async function issueServer(
  authority: Credentials,
  addresses: readonly [string, ...string[]],
  validity: Validity = aYear(),
): Promise<Credentials> {
  const names = addresses.map((value) => ({ type: /^[\d.]+$|:/.test(value) ? 'ip' : 'dns', value }) as const);
  return issue(authority, [{ CN: [addresses[0]] }], validity, [
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension(names),
  ]);
}

/** A certificate by which the API server knows its holder as this user, in these groups. */
export async function issueClient(
  authority: Credentials,
  user: string,
  groups: readonly string[] = [],
  validity: Validity = aYear(),
): Promise<Credentials> {
  // Each group is a part of the name of its own: several values in one part would be one set, which Go refuses.
  const name = [...groups.map((group) => ({ O: [group] })), { CN: [user] }];
  return issue(authority, name, validity, [
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
  ]);
}

/** A key pair, both PEM, to sign service-account tokens with and to verify them. */
export async function makeSigningKeys(): Promise<{ publicKey: string; privateKey: string }> {
  const keys = await webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const der = await webcrypto.subtle.exportKey('spki', keys.publicKey);
  const publicKey = `${x509.PemConverter.encode(der, 'PUBLIC KEY')}\n`;
  return { publicKey, privateKey: await exported(keys.privateKey) };
}

async function issue(
  authority: Credentials,
  subject: x509.JsonName,
  validity: Validity,
  extensions: readonly x509.Extension[],
): Promise<Credentials> {
  const issuer = new x509.X509Certificate(authority.certificate);
  const keys = await webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey: await imported(authority.key),
    notBefore: validity.from,
    notAfter: validity.until,
    signingAlgorithm: curve,
    extensions: [
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      ...extensions,
      await x509.AuthorityKeyIdentifierExtension.create(await issuer.publicKey.export()),
    ],
  });
  return { certificate: pem(certificate), key: await exported(keys.privateKey) };
}

// From a minute ago: times in a certificate are whole seconds, and a clock in a virtual machine can step back.
function aYear(): Validity {
  return { from: new Date(Date.now() - 60_000), until: new Date(Date.now() + 365 * day) };
}

function pem(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}

async function exported(key: webcrypto.CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  return `${x509.PemConverter.encode(der, 'PRIVATE KEY')}\n`;
}

async function imported(key: string): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(key), curve, false, ['sign']);
}
