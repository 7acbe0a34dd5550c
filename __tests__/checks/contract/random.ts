import { chances } from '../../fixtures/chance.ts';

/** Values that a YAML file can have anywhere. */
const junk: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  0,
  1.5,
  Number.NaN,
  '',
  ' ',
  '{{args.nothing}}',
  '\u0000\n',
  '__proto__',
  'http://[::1',
  'x'.repeat(5_000),
  [],
  [[]],
  [null, {}],
  {},
  { constructor: { prototype: null } },
  JSON.parse('{"__proto__": {"url": "http://a"}}') as unknown,
];

/** Changes of the right specs that nobody would type, the same in every run. */
export function* randomSpecs(right: readonly unknown[], count: number): Generator<unknown> {
  const next = chances(7);
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value;
  const mutate = (value: unknown): unknown => {
    if (next() < 0.15) return one(junk);
    if (Array.isArray(value)) return next() < 0.1 ? [...(value as unknown[]), one(junk)] : value.map(mutate);
    if (typeof value !== 'object' || value === null)
      return next() < 0.1 ? `${String(value)}${String(one(junk))}` : value;
    const kept = Object.entries(value).filter(() => next() > 0.1);
    const more = next() < 0.1 ? [[one(['x', 'constructor', 'url', 'query', 'name']), one(junk)]] : [];
    return Object.fromEntries([...kept.map(([key, inner]) => [key, mutate(inner)]), ...more] as [
      string,
      unknown,
    ][]);
  };
  yield* junk;
  for (let index = 0; index < count; index += 1) yield mutate(one(right));
}
