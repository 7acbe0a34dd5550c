import { describe, expect, it } from '@jest/globals';
import { argsIn, fillArgs } from '../../../src/checks/reading/fill.ts';

const args = new Map([
  ['host', 'web'],
  ['quote', 'say "hi"\n\\o/ $& $1'],
  ['nested', '{{args.host}}'],
  ['empty', ''],
  ['n', '5'],
]);

function filled(value: unknown): unknown {
  return fillArgs(value, args, (path, what) => {
    throw new Error(`${path.join('.')} ${what}`);
  });
}

describe('args are filled in', () => {
  it('wherever text is, in keys, too, and with spaces between the braces', () => {
    expect(
      filled({
        url: 'http://{{args.host}}/{{ args.host }}',
        list: ['{{args.n}}', 1, true, null],
        '{{args.host}}': {},
      }),
    ).toEqual({ url: 'http://web/web', list: ['5', 1, true, null], web: {} });
  });

  it('as they stand: neither quotes, line ends nor dollars mean anything', () => {
    expect(filled({ body: '<{{args.quote}}>' })).toEqual({ body: '<say "hi"\n\\o/ $& $1>' });
  });

  it('once: what is filled in is not searched again', () => {
    expect(filled('{{args.nested}}')).toBe('{{args.host}}');
  });

  it('also where the value is empty', () => {
    expect(filled('a{{args.empty}}b')).toBe('ab');
  });

  it('never as numbers', () => {
    expect(filled('{{args.n}}')).toBe('5');
  });

  it('and all that are not there are told, each with its path', () => {
    const told: string[] = [];
    fillArgs({ a: ['{{args.x}} {{args.y}}'], b: '{{x}}' }, args, (path, what) => {
      told.push(`${path.join('.')} ${what}`);
    });
    expect(told).toEqual([
      'a.0 asks for {{args.x}}, which is no arg',
      'a.0 asks for {{args.y}}, which is no arg',
      'b asks for {{x}}, which is no arg',
    ]);
  });
});

describe('the args of a value', () => {
  it('are named once each', () => {
    expect([...argsIn({ a: '{{args.x}} {{ args.y }}', '{{args.z}}': ['{{args.x}}', '{{y}}'] })]).toEqual([
      'x',
      'y',
      'z',
    ]);
    expect([...argsIn(undefined)]).toEqual([]);
  });
});
