/** Values of several sources as one sequence, in the order in which they came. */
export class Channel<Value> implements AsyncIterable<Value> {
  readonly #waiting: Value[] = [];
  #wake: () => void = () => undefined;
  #end: { readonly error?: unknown } | undefined;

  /** Adds a value. */
  put(value: Value): void {
    this.#waiting.push(value);
    this.#wake();
  }

  /** Ends the sequence, after what was put before; with an error, by throwing it. The first end counts. */
  end(error?: unknown): void {
    this.#end ??= error === undefined ? {} : { error };
    this.#wake();
  }

  /** Puts everything that a source yields; ends the sequence when it throws or, if told so, when it ends. */
  async pump<Item>(
    source: AsyncIterable<Item>,
    toValue: (item: Item) => Value,
    atEnd: 'end' | 'go on',
  ): Promise<void> {
    try {
      for await (const item of source) this.put(toValue(item));
      if (atEnd === 'end') this.end();
    } catch (error) {
      this.end(error);
    }
  }

  /** Yields until the end; one reader at a time. */
  async *[Symbol.asyncIterator](): AsyncIterator<Value> {
    for (;;) {
      const value = this.#waiting.shift();
      if (value !== undefined) yield value;
      else if (this.#end === undefined) await this.#arrival();
      else if ('error' in this.#end) throw this.#end.error;
      else return;
    }
  }

  async #arrival(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await promise;
  }
}
