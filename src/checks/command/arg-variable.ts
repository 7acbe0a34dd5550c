/**
 * The environment variable in which a command finds an arg: `ARG_POD_HASH` for `pod-hash`. What cannot stand in the
 * name of a variable becomes `_`. Pure.
 */
export function argVariable(arg: string): string {
  return `ARG_${arg.toUpperCase().replaceAll(/[^A-Z0-9_]/g, '_')}`;
}
