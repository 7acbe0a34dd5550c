import { describe, expect, it } from '@jest/globals';
import { JsonPathError, readJsonPath } from '../../../src/checks/json-path/index.ts';

const value = {
  ok: true,
  n: 0.5,
  nothing: null,
  s: 'text',
  list: [1, 2, 3, 4, 5],
  empty: [],
  'a.b': 7,
  'a-b': 8,
  'web/html': 10,
  nested: { a: { b: { c: 'deep' } }, list: [[1, 2], [3]] },
  checks: [
    { name: 'db', ok: true, code: 200, tags: ['x'] },
    { name: 'cache', ok: false, code: 500.5 },
    { name: 'q"x', code: 1 },
  ],
  odd: [{ name: 'one' }, { other: 1 }],
  points: [
    { id: 'i1', x: 4, y: -5 },
    { id: 'i2', x: -2, y: -5, z: 1 },
  ],
};
const [db, cache, quoted] = value.checks;

/** What k8s.io/client-go/util/jsonpath v0.34.4 finds in the same value. */
const finds: readonly (readonly [path: string, ...values: unknown[]])[] = [
  ['{$}', value],
  ['{}', value],
  ['{$.ok}', true],
  ['{.ok}', true],
  ['{ @.ok }', true],
  ['{.ok}\n', true],
  ['{.n}', 0.5],
  ['{.nothing}', null],
  ['{.list}', value.list],
  ['{.list[0]}', 1],
  ['{.list[-1]}', 5],
  ['{.list[*]}', 1, 2, 3, 4, 5],
  ['{.list[1:3]}', 2, 3],
  ['{.list[:2]}', 1, 2],
  ['{.list[-2:]}', 4, 5],
  ['{.list[:-1]}', 1, 2, 3, 4],
  ['{.list[1::2]}', 2, 4],
  ['{.list[2:2]}'],
  ['{.list[0, 2]}', 1, 3],
  ['{.empty}', []],
  ['{.empty[*]}'],
  ['{.empty[*].x}'],
  ["{['ok','n']}", true, 0.5],
  ["{$['a-b']}", 8],
  ["{['a\\.b']}", 7],
  ['{.a\\.b}', 7],
  ['{.web/html}', 10],
  ['{.nested.a.b.c}', 'deep'],
  ["{.nested.a['b']['c']}", 'deep'],
  ['{.nested .a .b .c}', 'deep'],
  ['{.nested.*}', value.nested.a, value.nested.list],
  ['{.nested.list[*][0]}', 1, 3],
  ['{.nested.list[0,1][0]}', 1, 3],
  ['{..c}', 'deep'],
  ['{.checks..name}', 'db', 'cache', 'q"x'],
  ['{.checks[*].name}', 'db', 'cache', 'q"x'],
  ['{.checks[?(@.name=="db")].ok}', true],
  ["{.checks[?( @.name == 'db' )].ok}", true],
  ['{.checks[?("db"==@.name)].ok}', true],
  ['{.checks[?(@.name=="q\\"x")].code}', 1],
  ['{.checks[?(@.name=="a)b")]}'],
  ['{.checks[?(@.name)].code}', 200, 500.5, 1],
  ['{.checks[?(@.missing)]}'],
  ['{.odd[?(@.name)].name}', 'one'],
  ['{.odd[*].name}', 'one'],
  ['{.points[?(@.x>@.y)].id}', 'i1', 'i2'],
  ['{.points[?(@.z)].id}', 'i2'],
  ['{.points[?(@.y==-5.0)].id}', 'i1', 'i2'],
  ['{.points[?(@.x>=4.)].id}', 'i1'],
  ['{.points[?(@.id<"i2")].id}', 'i1'],
  ['{.points[?(@.x!=4.0)].id}', 'i2'],
  ['{.list[?(@<3.5)]}', 1, 2, 3],
];

describe('a path of Kubernetes finds', () => {
  it.each(finds)('%s', (path, ...values) => {
    expect(readJsonPath(path).find(value)).toEqual(values);
  });

  it('whole objects', () => {
    expect(readJsonPath('{.checks[0]}').find(value)).toEqual([db]);
    expect(readJsonPath('{.checks[1:3]}').find(value)).toEqual([cache, quoted]);
    expect(readJsonPath('{.odd[?(@.other)]}').find(value)).toEqual([{ other: 1 }]);
  });

  it('every byte of a text, as Go does', () => {
    expect(readJsonPath('{.s.*}').find(value)).toEqual([116, 101, 120, 116]);
  });

  it('everything that has something in it, from the top', () => {
    expect(readJsonPath('{..}').find({ a: [1], b: {}, c: '' })).toEqual([{ a: [1], b: {}, c: '' }, [1]]);
  });
});

describe('a path of Kubernetes has an error', () => {
  it.each([
    ['{.missing}', 'missing is not found'],
    ['{.s.x}', 'x is not found'],
    ['{.nothing.x}', 'x is not found'],
    ['{.list.length}', 'length is not found'],
    ['{.constructor}', 'constructor is not found'],
    ['{.__proto__}', '__proto__ is not found'],
    ["{['a.b']}", 'a is not found'],
    ['{.list[5]}', 'array index out of bounds: index 5, length 5'],
    ['{.list[-6]}', 'array index out of bounds: index -1, length 5'],
    ['{.empty[0]}', 'array index out of bounds: index 0, length 0'],
    ['{.list[0:9]}', 'array index out of bounds: index 8, length 5'],
    ['{.list[4:2]}', 'starting index 4 is greater than ending index 2'],
    ['{.nested[0]}', 'an object is not array or slice'],
    ['{.ok[0]}', 'a boolean is not array or slice'],
    ['{.s[?(@.x)]}', 'a string is not array or slice and cannot be filtered'],
    ['{.checks[?(@.name=="db")][0]}', 'an object is not array or slice'],
    ['{.checks[?(@.missing=="x")]}', 'missing is not found'],
    ['{.odd[?(@.name=="one")]}', 'name is not found'],
    ['{.checks[:2][?(@.ok==true)]}', 'an object is not array or slice and cannot be filtered'],
    ['{.list[?(@=="a")]}', 'incompatible types for comparison: a number and a text'],
    ['{.checks[?(@.ok<true)]}', 'invalid type for comparison: only numbers and texts have an order'],
    [
      '{.checks[?(@.tags=="x")]}',
      'invalid type for comparison: only numbers, texts and booleans can be compared',
    ],
  ])('%s: %s', (path, message) => {
    expect(() => readJsonPath(path).find(value)).toThrow(message);
  });

  it('in a filter that compares with a number without a dot, and says how to write it', () => {
    const path = readJsonPath('{.list[?(@<3)]}');
    expect(() => path.find(value)).toThrow(
      'incompatible types for comparison: a number and a whole number; write the number with a dot, such as 200.0',
    );
    expect(path.find(value, { numbers: 'any' })).toEqual([1, 2]);
  });

  it('for what is missing, unless that is allowed', () => {
    expect(readJsonPath('{.items[*].missing}').find({ items: [{}] }, { missing: 'empty' })).toEqual([]);
  });
});

describe('is refused when it is read', () => {
  it.each([
    ['', 'does not begin with `{`'],
    ['$.ok', 'does not begin with `{`: Kubernetes would take it for plain text'],
    ['a{.ok}', 'does not begin with `{`'],
    ['{.ok', 'has no closing `}`'],
    ['{.ok}{.n}', 'has more after its first `}`'],
    ['{.ok}}', 'has more after its first `}`'],
    ['{range .list[*]}{@}{end}', 'has `range`, which is not supported'],
    ['{ok}', 'has `ok` without a dot before it'],
    ['{"x"}', 'has a value of its own outside of a filter'],
    ['{.}', 'has a dot without a name'],
    ['{...}', 'has a dot without a name'],
    ['{....x}', 'has `..` twice at the same place'],
    ['{.list[0}', 'has a `[` that is not closed'],
    ['{.list[]}', 'has `[]`, which is neither'],
    ['{.list[a]}', 'has `[a]`, which is neither'],
    ['{["ok"]}', 'which is neither an index nor a name in single quotes'],
    ['{.list[1.5]}', 'has `[1.5]`, which is neither'],
    ['{.list[-]}', 'has a `-` where an index is expected'],
    ['{.list[0:3:0]}', 'whose step is not above 0'],
    ['{.nested$.a}', 'has a `$` where no step can begin'],
    ['{.ok,}', 'has a `,` where no step can begin'],
    ['{.ok#!}{', 'has more after'],
    ['{.list[?(@.a=="x)]}', 'has a filter `[?(…)]` that is not closed'],
    ['{.list[?(@.a=="x"]}', 'has a filter `[?(…)]` that is not closed'],
    ['{.list[?(@.a<>1)]}', 'compares with `<>`; allowed: < > == != <= >='],
    ['{.list[?(@.a=1)]}', 'compares with `=`'],
    ['{.list[?(@.a==1 && @.b==2)]}', 'has a `&` where no step can begin'],
    ['{.list[?(@.a==1||@.b==2)]}', 'has a `|` where no step can begin'],
    ['{.list[?(@.a==1 2)]}', 'which is neither a path nor one value'],
    ['{.list[?(@.a=="\\n")]}', 'has a `\\` in quotes'],
    ['{.list[?(@.a==-)]}', 'has `-`, which is no number'],
  ])('%j: %s', (path, message) => {
    expect(() => readJsonPath(path)).toThrow(message);
    expect(() => readJsonPath(path)).toThrow(JsonPathError);
  });
});
