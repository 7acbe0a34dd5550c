import { StringDecoder } from 'node:string_decoder';

/** A line longer than allowed. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
}

/**
 * Splits chunks of bytes into the lines that are complete, decoding UTF-8 across chunks: a character or a line that is
 * cut comes with the next chunk. Empty lines are left out; what follows the last line break is kept back, so a line
 * that the connection cut is never told.
 * @param longest characters in a line; more make it throw LineTooLong
 */
export function lineSplitter(longest: number): (chunk: Buffer) => string[] {
  const decoder = new StringDecoder('utf8');
  // Pieces instead of one growing string: a large object comes in many chunks, and each would be searched again.
  let pieces: string[] = [];
  let kept = 0;
  return (chunk) => {
    const [first = '', ...rest] = decoder.write(chunk).split('\n');
    pieces.push(first);
    kept += first.length;
    const lines: string[] = [];
    for (const next of rest) {
      lines.push(pieces.join(''));
      pieces = [next];
      kept = next.length;
    }
    if (kept > longest || lines.some((line) => line.length > longest)) {
      throw new LineTooLong(`a line of the watch is longer than ${String(longest)} characters`);
    }
    return lines.filter((line) => line.trim() !== '');
  };
}
