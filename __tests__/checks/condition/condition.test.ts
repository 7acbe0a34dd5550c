import { describe, expect, it } from '@jest/globals';
import { ConditionError, parseCondition } from '../../../src/checks/condition/index.ts';

function holds(condition: string, result: unknown): boolean {
  return parseCondition(condition).holds(result);
}

/** What is said of an expression before anything is changed. */
function refusal(condition: string): { readonly message: string; readonly offset: number } {
  try {
    parseCondition(condition);
  } catch (error) {
    if (error instanceof ConditionError) return { message: error.message, offset: error.offset };
    throw error;
  }
  throw new Error(`"${condition}" was read`);
}

describe('a condition', () => {
  it('keeps the text that it was written as', () => {
    expect(parseCondition(' result>=0.95 ').text).toBe(' result>=0.95 ');
  });

  it('can be asked about results of every kind, one after another, and remembers none', () => {
    const condition = parseCondition('default(result, 0) == 1');
    expect([1, 2, null, 1, '1', [1], undefined].map((result) => condition.holds(result))).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('knows a vector of Prometheus from a list of JSON, whose items could be anything', () => {
    const condition = parseCondition('len(result) == 1 && result[0] != "x"');
    expect(condition.holds([1])).toBe(true);
    expect(() => condition.holds(new Float64Array([1]))).toThrow('"!=" cannot take a number and a string');
  });

  it('reads keys that objects of JavaScript have by themselves as absent', () => {
    expect(holds('result.constructor == nil && result.__proto__ == nil', {})).toBe(true);
    expect(holds('"toString" in result', {})).toBe(false);
    expect(holds('result["__proto__"] == 1', JSON.parse('{"__proto__":1}'))).toBe(true);
  });

  it('reads half of a surrogate pair as the replacement character, as Go does', () => {
    expect(holds('result == "\ufffd"', '\ud835')).toBe(true);
    expect(holds('result["\ufffd"] == 1', { '\ud835': 1 })).toBe(true);
  });

  it('cannot be asked about what is no JSON', () => {
    expect(() => holds('result == 1', 1n)).toThrow(
      'a bigint is no result that a condition can be asked about',
    );
    expect(() => holds('result[0] == 1', [() => 1])).toThrow('a function is no result');
  });

  it('says first that nothing was measured', () => {
    expect(() => holds('result[0] > 1', new Float64Array())).toThrow(
      'the result is empty, nothing was measured: index 0 is out of range: the length is 0',
    );
    expect(() => holds('result > 1', null)).toThrow('the result is nil, nothing was measured: ');
  });

  it('says what does not fit where a result is of another kind than the condition is for', () => {
    expect(() => holds('result >= 0.95', new Float64Array([1]))).toThrow(
      '">=" cannot take a list and a number; an item of a list is result[0]',
    );
    expect(() => holds('result >= 0.95', '0.99')).toThrow(
      '">=" cannot take a string and a number; asFloat(…) reads a string as a number',
    );
    expect(() => holds('result.ok', { ok: 'yes' })).toThrow(
      'a condition is true or false, and this one is a string',
    );
  });

  it.each(['none(result, # == 2)', 'max(result) == #', '# in result', 'result == result'])(
    'gives up where %p of each of many elements would hold everything up',
    (test) => {
      const condition = parseCondition(`all(result, ${test})`);
      expect(() => condition.holds(new Float64Array(1100).fill(1))).toThrow(
        'it looks at more than 1000000 elements of the result',
      );
      expect(condition.holds(new Float64Array(60).fill(1))).toBe(true);
    },
  );

  it('gives up on lists of a million items, as expr-lang does', () => {
    const many = Array.from({ length: 300_000 }, () => 1);
    expect(() => holds('all(result, [1, 2, #, 3][2] == 1)', many)).toThrow('memory budget exceeded');
    expect(holds('all(result, [1.0, 2, 2, 3][0] == #)', many)).toBe(true);
  });
});

describe('an expression that is wrong', () => {
  it.each([
    ['result = 1', 7, 'found "=" at character 8: compare with ==, >= or <='],
    ['result == 1 AND true', 12, 'found "AND" at character 13: write and'],
    ['results > 1', 0, 'the unknown name "results" at character 1: did you mean result?'],
    ['success > 1', 0, 'the unknown name "success" at character 1: result is the only value there is'],
    ['isnan(result)', 0, 'the unknown function "isnan" at character 1: did you mean isNaN?'],
    ['percentile(result) > 1', 0, 'the unknown function "percentile" at character 1: there are len, abs,'],
    ['result <> 1', 8, 'found ">" at character 9: unequal is written !='],
    ['result == null', 10, 'did you mean nil?'],
    ['result == “1”', 10, 'not with typographic quotes'],
    ['result < 500ms', 9, 'numbers have no units'],
    ['result > {{args.limit}}', 9, 'an argument {{args.name}} was not filled in'],
    ['(result > 1', 11, '")" is missing, found the end at character 12'],
    ['result == "ok', 10, 'a string that never ends at character 11'],
    ['result.a ?? 1 > 2', 14, '">" beside "??" at character 15: put one of them in parentheses'],
    ['result.foo() == 1', 7, 'results have no methods'],
    ['  ', 2, 'an empty expression'],
    [
      'result matches "5.."',
      7,
      'a regular expression ("matches") at character 8 is not supported here; the controller evaluates it where',
    ],
  ])('%p is told at %p: %p', (condition, offset, message) => {
    expect(refusal(condition)).toEqual({ offset, message: expect.stringContaining(message) });
  });

  it.each([
    ['len(5) > 1', 4, 'len cannot take an integer at character 5'],
    ['result > "1" + 1', 13, '"+" cannot take a string and an integer at character 14: asFloat(…)'],
    [
      'len("ab") % 1.5 == 1',
      10,
      '"%" cannot take an integer and a number at character 11: it takes integers',
    ],
    ['not 1 == result', 0, '"not" cannot take an integer at character 1: it binds tighter'],
    ['asInt(result)', 0, 'a condition is true or false, and this one is an integer at character 1'],
    ['all([1], # + 1 + "a" == "")', 15, '"+" cannot take an integer and a string'],
    ['result == 1 || 5 % 0 == 1', 17, '"%" cannot divide by zero'],
    [
      'result > 1 && result.ok',
      21,
      'what no result fits at character 22: of a number, a number has no field "ok"; of a list, ">" cannot take a list and an integer; an item of a list is result[0]; of a map, ">" cannot take a map and an integer',
    ],
  ])('%p fits no result, which is told before anything is measured', (condition, offset, message) => {
    expect(refusal(condition)).toEqual({ offset, message: expect.stringContaining(message) });
  });

  it('is refused where it nests or goes on beyond all reason', () => {
    expect(refusal(`${'('.repeat(5000)}true`).message).toContain('an expression of more than 2000 words');
    expect(refusal(`${'('.repeat(500)}true${')'.repeat(500)}`).message).toContain(
      'nested more than 100 times',
    );
    expect(refusal('!'.repeat(1500)).message).toContain('nested more than 100 times');
    expect(holds(`${'true && '.repeat(900)}result`, true)).toBe(true);
    expect(holds(`${'result ? '.repeat(90)}true${' : false'.repeat(90)}`, true)).toBe(true);
  });
});
