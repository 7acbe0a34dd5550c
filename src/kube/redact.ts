/**
 * What looks like a credential in text of others (a plugin's stderr), replaced by `***`.
 *
 * The runner masks only what core.setSecret was told, and a token that a failing plugin prints was never told.
 * Better a word too much hidden than a token shown.
 */
const PATTERNS: readonly RegExp[] = [
  // Authorization headers and their values.
  /\b(?:bearer|basic)\s+[\w.~+/=-]+/gi,
  // key=value, "key": "value" and --key value, with the word anywhere in the key.
  /(?<=[\w-]*(?:token|secret|passw(?:or)?d|credential|api-?key|signature|session)[\w-]*["']?\s*[=:]\s*["']?)[^\s"',;]+/gi,
  // User and password in an address.
  /(?<=:\/\/)[^\s/@]+@/g,
  // JSON web tokens and other long words without a space; ARNs, addresses and paths are split by their punctuation.
  /\beyJ[\w.=-]+/g,
  /[\w+=-]{40,}/g,
];

/** The text without what looks like a credential. */
export function redact(text: string): string {
  return PATTERNS.reduce((shown, pattern) => shown.replace(pattern, '***'), text);
}
