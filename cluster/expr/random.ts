import type { Question } from './ask.ts';
import type { Chance } from './chance.ts';
import { type Shape, SHAPES } from './shapes.ts';

/** A random condition and a random result of a shape that its parts mostly fit, so that not all answers are errors. */
export function randomQuestion(chance: Chance): Question {
  const shape = chance.pick(SHAPES);
  const writer = new Writer(chance, chance.odds(0.9) ? shape : chance.pick(SHAPES));
  const condition = chance.odds(0.95) ? writer.bool(3) : writer.any(3);
  return {
    condition: chance.odds(0.15) ? mutate(chance, condition) : condition,
    result: chance.pick(shape.results),
  };
}

const WORDS =
  '( ) [ ] { } , . ?. ?? ? : # ! not and or && || == != < > <= >= in contains + - * / % 1 0.5 "a" true nil result len( all( .a ; ..'.split(
    ' ',
  );

/** The same with a word or two lost, doubled, exchanged or put in: what must not be read must be refused by both. */
function mutate(chance: Chance, condition: string): string {
  const words = condition.match(/"[^"]*"|'[^']*'|`[^`]*`|[\w.]+|\s+|[^\w\s]/g) ?? [];
  const at = Math.floor(chance.next() * words.length);
  const change = chance.pick([
    [],
    [chance.pick(WORDS)],
    [words[at] ?? '', words[at] ?? ''],
    [chance.pick(WORDS), ' ', words[at] ?? ''],
  ]);
  words.splice(at, 1, ...change);
  return words.join('');
}

type Part = () => string;

/** Writes expressions; `depth` is how deep they may still nest. */
class Writer {
  readonly #chance: Chance;
  readonly #shape: Shape;

  constructor(chance: Chance, shape: Shape) {
    this.#chance = chance;
    this.#shape = shape;
  }

  bool(depth: number): string {
    if (depth <= 0) return this.#pick(['true', 'false', ...this.#shape.bools, ...this.#shape.bools]);
    const deeper: Part = () => this.bool(depth - 1);
    const number: Part = () => this.number(depth - 1);
    return this.#run([
      () => `${number()} ${this.#pick(['==', '!=', '<', '<=', '>', '>='])} ${number()}`,
      () => `${number()} ${this.#pick(['==', '<', '>='])} ${number()}`,
      () => `${this.any(depth - 1)} ${this.#pick(['==', '!=', '<', '>='])} ${this.any(depth - 1)}`,
      () => `${deeper()} ${this.#pick(['&&', '||', 'and', 'or'])} ${deeper()}`,
      () => `(${deeper()}) ${this.#pick(['&&', '||', '==', '!='])} (${deeper()})`,
      () => `${this.#pick(['!', 'not '])}(${deeper()})`,
      () => `${this.#pick(['!', 'not '])}${deeper()}`,
      () => `${this.any(depth - 1)} ${this.#pick(['in', 'not in'])} ${this.list(depth - 1)}`,
      () =>
        `${this.text(depth - 1)} ${this.#pick(['contains', 'startsWith', 'endsWith', 'not contains', '==', '<'])} ${this.text(depth - 1)}`,
      () => this.each(depth - 1),
      () => this.twice(depth - 1),
      () => `${this.#pick(['isNaN', 'isInf', 'isNil'])}(${number()})`,
      () => `(${deeper()} ? ${deeper()} : ${deeper()})`,
      () => `${number()} < ${number()} <= ${number()}`,
      () => `default(${this.#source(1)}, ${this.#atom()}) ${this.#pick(['==', '<', '>'])} ${this.#atom()}`,
    ]);
  }

  /** Two quantifiers, mostly of the same list, which the optimizer makes one of. */
  twice(depth: number): string {
    const [name, joined] = this.#pick([
      ['all', '&&'],
      ['any', '||'],
      ['none', 'and'],
      ['all', 'or'],
    ] as const);
    const over = this.#pick([...this.#shape.lists, this.list(0)]);
    const [one, other] = [this.#test(depth), this.#test(depth)];
    return `${name}(${over}, ${one}) ${joined} ${name}(${this.#chance.odds(0.8) ? over : this.list(0)}, ${other})`;
  }

  each(depth: number): string {
    const name = this.#pick(['all', 'any', 'none', 'one']);
    const over = this.#pick([...this.#shape.lists, this.list(depth - 1)]);
    const test = this.#test(depth);
    return this.#chance.odds(0.2) ? `${name}(${over}, {${test}})` : `${name}(${over}, ${test})`;
  }

  #test(depth: number): string {
    const element = this.#pick(['#', '#', '#', ...this.#shape.elements, '#[0]', '(.n ?? 1)']);
    return this.#run([
      () => `${element} ${this.#pick(['>', '<=', '==', '!='])} ${this.number(depth - 1)}`,
      () => `${element} ${this.#pick(['==', 'in'])} ${this.any(depth - 1)}`,
      () => element,
      () => `any(${element}, # == ${this.#atom()})`,
      () => `${element} > 0 && ${this.bool(depth - 1)}`,
      () => this.bool(depth - 1),
    ]);
  }

  number(depth: number): string {
    if (depth <= 0)
      return this.#pick([
        '0',
        '1',
        '2',
        '0.5',
        '.95',
        '1e3',
        '0x10',
        '1_000',
        '2.0',
        ...this.#shape.numbers,
        ...this.#shape.numbers,
      ]);
    const deeper: Part = () => this.number(depth - 1);
    return this.#run([
      deeper,
      () => `${deeper()} ${this.#pick(['+', '-', '*', '/', '%', '+', '-'])} ${deeper()}`,
      () => `(${deeper()} ${this.#pick(['+', '-', '*', '/', '??'])} ${deeper()})`,
      () => `int(${deeper()}) % ${this.#pick(['2', '3', 'int(1)', '0', '-2'])}`,
      () => `${this.#pick(['-', '+'])}${deeper()}`,
      () =>
        `${this.#pick(['abs', 'round', 'int', 'float', 'asInt', 'asFloat', 'ceil', 'floor'])}(${deeper()})`,
      () => `${this.#pick(['int', 'float', 'asInt', 'asFloat'])}(${this.text(depth - 1)})`,
      () =>
        `len(${this.#run([() => this.list(depth - 1), () => this.text(depth - 1), () => this.any(depth - 1)])})`,
      () => `count(${this.list(depth - 1)}${this.#pick(['', `, ${this.bool(depth - 1)}`, ', # > 1'])})`,
      () =>
        `(${this.bool(depth - 1)} ? ${deeper()} : ${this.#chance.odds(0.7) ? deeper() : this.any(depth - 1)})`,
      () => this.#source(depth),
      () => `${this.#pick(['max', 'min', 'mean', 'sum', 'first', 'last'])}(${this.list(depth - 1)})`,
      () =>
        `${this.#pick(['max', 'min', 'mean'])}(${deeper()}, ${this.#chance.odds(0.8) ? deeper() : this.any(depth - 1)})`,
    ]);
  }

  text(depth: number): string {
    return this.#run([
      () => this.#pick(['"a"', "'1'", '`x`', '"é"', '""', '"abc"', '" a "', '"ǅ"', '"\\u00df"']),
      () => this.#pick(['"a"', ...this.#shape.texts]),
      () => `${this.#pick(['lower', 'upper', 'trim'])}(${depth > 0 ? this.text(depth - 1) : '"Ab"'})`,
      () => `string(${this.any(depth - 1)})`,
      () => `(${this.#pick(['"a"', ...this.#shape.texts])} + ${this.#pick(['"b"', ...this.#shape.texts])})`,
    ]);
  }

  list(depth: number): string {
    return this.#run([
      () => this.#pick(['[]', ...this.#shape.lists]),
      () => this.#pick(['[]', ...this.#shape.lists]),
      () =>
        `[${Array.from({ length: 1 + Math.floor(this.#chance.next() * 3) }, () => this.#atom()).join(', ')}]`,
      () =>
        `[${this.#pick(['1, 2', '"a", "1"', '1.0, 2', '"a", ""', '-1, 1', '0, 1, 2', '1, 2, 3', 'nil', 'true, false'])}]`,
      () => `[${this.any(depth - 1)}, ${this.any(depth - 1)}]`,
    ]);
  }

  any(depth: number): string {
    return this.#run([
      () => this.number(depth - 1),
      () => (depth > 0 ? this.bool(depth - 1) : 'true'),
      () => this.text(depth - 1),
      () => (depth > 0 ? this.list(depth - 1) : '[1]'),
      () => this.#source(depth - 1),
      () => this.#atom(),
    ]);
  }

  #source(depth: number): string {
    const { numbers, texts, lists, odd } = this.#shape;
    if (depth <= 0) return this.#pick(['result', ...numbers, ...texts, ...lists, ...odd]);
    return this.#run([
      () => this.#pick(odd),
      () =>
        `${this.#pick([...lists, ...texts])}[${this.#chance.odds(0.7) ? this.#pick(['0', '1', '-1', '9']) : this.number(0)}]`,
      () => `${this.#pick(odd)}${this.#pick(['.x', '?.x', '?.x.y', '?.[0]', '[0]', '?.["a"]'])}`,
      () => `(${this.#source(0)} ?? ${this.#atom()})`,
      () => `[${this.#atom()}, ${this.#atom()}][${this.#pick(['0', '1', '-1', '2'])}]`,
    ]);
  }

  #atom(): string {
    return this.#pick([
      '0',
      '1',
      '2',
      '1.0',
      '0.5',
      '"a"',
      '"1"',
      '""',
      'true',
      'false',
      'nil',
      'result',
      '-1',
      'len("ab")',
      'asInt("1")',
      ...this.#shape.numbers,
    ]);
  }

  #pick<T>(items: readonly T[]): T {
    return this.#chance.pick(items);
  }

  #run(parts: readonly Part[]): string {
    return this.#pick(parts)();
  }
}
