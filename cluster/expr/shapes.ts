/** Results of one kind, and the parts of expressions that fit them. */
export interface Shape {
  /** In the notation of main.go. */
  readonly results: readonly string[];
  readonly numbers: readonly string[];
  readonly bools: readonly string[];
  readonly texts: readonly string[];
  readonly lists: readonly string[];
  /** What is there sometimes, never, or as another kind of value. */
  readonly odd: readonly string[];
  /** Parts of an element within a predicate. */
  readonly elements: readonly string[];
}

/** The kinds of results that providers give. */
export const SHAPES: readonly Shape[] = [
  {
    results: [
      '0',
      '1',
      '0.95',
      '-1.5',
      '3',
      '2.5',
      '1e21',
      '123456789',
      '1e-7',
      'scalar NaN',
      'scalar +Inf',
      'scalar -Inf',
    ],
    numbers: ['result'],
    bools: ['result > 1', 'isNaN(result)'],
    texts: ['string(result)'],
    lists: ['[result, 1]', '[result]'],
    odd: ['result', 'default(result, 1)', 'asInt(result)'],
    elements: ['#'],
  },
  {
    results: [
      'vector',
      'vector 0.5',
      'vector 0.5 2 NaN',
      'vector 1 2 3',
      'vector NaN',
      'vector 0 -1 2.5 1e9',
    ],
    numbers: ['result[0]', 'len(result)', 'result[-1]'],
    bools: ['len(result) > 1', 'result[0] > 1'],
    texts: ['string(result)', 'string(result[0])'],
    lists: ['result'],
    odd: ['result[1]', 'result[9]', 'result?.[0]', 'default(result, [1])'],
    elements: ['#'],
  },
  {
    results: [
      '[]',
      '[1]',
      '[1,2,3]',
      '[0,"a"]',
      '[1,"a",null,true]',
      '[[1,2],[3]]',
      '[null]',
      '[true,false]',
      '["a","b"]',
      '["1",2]',
      '["é","ß"]',
    ],
    numbers: ['result[0]', 'len(result)', 'result[-1]'],
    bools: ['result[0]', 'result[-1]', 'len(result) > 1'],
    texts: ['result[0]', 'result[1]'],
    lists: ['result', 'result', 'result[0]'],
    odd: ['result[1]', 'result[2]', 'result[0][0]', 'result[9]', 'result?.[0]'],
    elements: ['#[0]', '#[-1]', 'len(#)'],
  },
  {
    results: [
      '[{"v":1,"n":"x"},{"v":2}]',
      '[{"v":"1"},{"v":null}]',
      '[{"v":[1,2]},{"v":[]}]',
      '[{}]',
      '[{"v":true,"n":0},{"v":false}]',
    ],
    numbers: ['result[0].v', 'len(result)', 'len(result[0])'],
    bools: ['result[0].v', 'result[-1].v'],
    texts: ['result[0].n', 'result[0].v'],
    lists: ['result', 'result[0].v'],
    odd: ['result[0].x', 'result[0]?.x.y', 'result[1].v', 'result[0]'],
    elements: ['.v', '#.v', '.n', '.x', '.v[0]', '#["v"]', '.v?.x'],
  },
  {
    results: [
      '{}',
      '{"a":1,"b":0.5,"s":"abc","ok":true,"l":[1,2,3]}',
      '{"a":"1","b":"x","s":"","ok":false,"l":["a","b"]}',
      '{"a":null,"b":{"a":1},"s":"é","ok":"true","l":[]}',
      '{"a":{"b":[1,2]},"s":"1.5","n":null,"ok":1,"l":{"a":1}}',
      '{"a":[{"v":1},{"v":2}],"b":-3,"s":"ABC","ok":true,"l":[[1],[2]],"":5}',
      '{"a":2,"b":2.0,"s":"2","ok":true,"l":[2,null,"2",true]}',
    ],
    numbers: ['result.a', 'result.b', 'result.b', 'len(result)'],
    bools: ['result.ok', 'result["ok"]'],
    texts: ['result.s', 'result["s"]'],
    lists: ['result.l', 'result.a', 'result.l'],
    odd: [
      'result.missing',
      'result?.n',
      'result.n',
      'result.a.b',
      'result.a?.b',
      'result.b.a',
      'result[result.s]',
      'result',
      '(result.a)?.b.c',
      'result.b?.a[0]',
    ],
    elements: ['.v', '.a', '#[0]'],
  },
  {
    results: ['"1"', '"abc"', '""', '"ok é"', '"1.5"', '"𝒳"', '" A "', '"true"', '"inf"', '"1e3"', '"-7"'],
    numbers: ['len(result)', 'asFloat(result)', 'asInt(result)'],
    bools: ['result == "abc"', 'result contains "1"'],
    texts: ['result', 'result'],
    lists: ['[result]', '[result, "a"]'],
    odd: ['result', 'default(result, 1)', '[result][0]'],
    elements: ['#', 'len(#)'],
  },
  {
    results: ['true', 'false', 'null'],
    numbers: ['1', 'default(result, 1)'],
    bools: ['result', 'result == nil', 'isNil(result)'],
    texts: ['string(result)', 'default(result, "a")'],
    lists: ['[result]', '[result, true]'],
    odd: ['result', 'default(result, nil)', '(result ?? true)', 'result?.a'],
    elements: ['#'],
  },
];
