import { type Value, isInt, isList } from './values.ts';

// strings.TrimSpace: what Go's unicode.IsSpace takes for a space.
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Without spaces around, or without any of the given characters. Pure. */
export function trim(text: string, characters?: string): string {
  const set = characters === undefined ? undefined : new Set(characters);
  const stays = (character: string): boolean => !(set ? set.has(character) : SPACE.test(character));
  const all = [...text];
  const first = all.findIndex(stays);
  const last = all.findLastIndex(stays);
  return first === -1 ? '' : all.slice(first, last + 1).join('');
}

/** In upper case, one character for one as Go does it: ß stays. Pure. */
export function upper(text: string): string {
  return Array.from(text, (character) => only(character.toUpperCase()) ?? iotaBeside(character)).join('');
}

/** In lower case, one character for one as Go does it. Pure. */
export function lower(text: string): string {
  return Array.from(text, (character) => only(character.toLowerCase()) ?? 'i').join('');
}

function only(text: string): string | undefined {
  return [...text].length === 1 ? text : undefined;
}

// The Greek letters with iota subscript have an upper case of one character too (of title case), which JavaScript does
// not take; all other characters that become several stay as they are.
function iotaBeside(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1f80 && code < 0x1fb0) return String.fromCodePoint(code | 8);
  return { ᾳ: 'ᾼ', ῃ: 'ῌ', ῳ: 'ῼ' }[character] ?? character;
}

/** As fmt.Sprint writes it: `1e+06`, `[1 2]`, `map[a:1]`, `<nil>`. Pure. */
export function format(value: Value): string {
  if (value === null) return '<nil>';
  if (typeof value === 'number') return formatFloat(value);
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (isInt(value)) return String(value.value);
  if (isList(value)) return `[${Array.from(value, format).join(' ')}]`;
  const keys = [...value.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return `map[${keys.map((key) => `${key}:${format(value.get(key) ?? null)}`).join(' ')}]`;
}

function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Inf' : '+Inf';
  if (Object.is(value, -0)) return '-0';
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const power = Number(exponent);
  if (value === 0 || (power >= -4 && power < 6)) return String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

// Underscores stand between digits. Hexadecimal floats (0x1p-2), which Go reads too, nobody answers with.
const DIGITS = '\\d+(?:_\\d+)*';
const DECIMAL = new RegExp(`^[+-]?(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:[eE][+-]?${DIGITS})?$`);

/** The number that a string spells as strconv.ParseFloat reads it; undefined for what it does not. Pure. */
export function readFloat(text: string): number | undefined {
  const special = /^(?:nan|([+-]?)inf(?:inity)?)$/i.exec(text);
  if (special) {
    if (special[1] === undefined) return Number.NaN;
    return special[1] === '-' ? -Infinity : Infinity;
  }
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? value : undefined;
}

/** The integer that a string spells as strconv.Atoi reads it; undefined for what it does not. Pure. */
export function readInt(text: string): bigint | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)0*(\d+)$/.exec(text) ?? [];
  // No 64 bits hold more, and an answer of a megabyte of digits takes long to read.
  if (digits === '' || digits.length > 19) return undefined;
  const value = BigInt(`${sign === '-' ? '-' : ''}${digits}`);
  return BigInt.asIntN(64, value) === value ? value : undefined;
}
