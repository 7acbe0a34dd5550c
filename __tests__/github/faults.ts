import type { ErrorAnswer } from './errors.ts';
import type { OperationName } from './operations/index.ts';

/** What goes wrong. */
export type Fault =
  | { readonly goes: 'answered'; readonly error: ErrorAnswer }
  /** A page for people, as GitHub's front servers answer for a backend that is away. */
  | { readonly goes: 'unicorn'; readonly status: number }
  /** The connection breaks: before anything is done, or when it is done and nobody is told. */
  | { readonly goes: 'cut'; readonly done: boolean }
  /** Half of the answer comes, and the connection breaks. */
  | { readonly goes: 'torn' }
  /** Nothing comes, and the connection stays open. */
  | { readonly goes: 'stalled'; readonly done: boolean }
  /** The answer comes, after so many milliseconds. */
  | { readonly goes: 'slow'; readonly by: number };

/** Which calls it happens to. */
export interface When {
  /** The first of them: 1 is the next call of the operation, and the default. */
  readonly call?: number;
  /** How many calls from there on; 1 by default, Infinity for always. */
  readonly times?: number;
}

const messages: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  409: 'Conflict',
  410: 'This issue was deleted',
  422: 'Validation Failed',
  429: 'Too Many Requests',
};

/** The operation is not done, and answered with this status in GitHub's form. */
export function status(code: number, more: Partial<ErrorAnswer> = {}): Fault {
  return { goes: 'answered', error: { message: messages[code] ?? 'Server Error', ...more, status: code } };
}

/** The operation is not done, and answered with a page in HTML. */
export function unicorn(code = 502): Fault {
  return { goes: 'unicorn', status: code };
}

/** The connection is cut before the operation is done. */
export const cut: Fault = { goes: 'cut', done: false };
/** The operation is done, and the connection is cut before the answer. */
export const lost: Fault = { goes: 'cut', done: true };
/** The operation is done, and the connection is cut in the middle of the answer. */
export const torn: Fault = { goes: 'torn' };
/** The operation is never done nor answered. */
export const stalled: Fault = { goes: 'stalled', done: false };
/** The operation is done, and never answered. */
export const unanswered: Fault = { goes: 'stalled', done: true };

/** The operation is done, and answered after so many milliseconds. */
export function slow(by: number): Fault {
  return { goes: 'slow', by };
}

/** The faults that a test has ordered. */
export class Faults {
  readonly #ordered: { name: OperationName | 'any'; fault: Fault; skip: number; left: number }[] = [];

  /** Orders a fault for an operation, or for any. */
  order(name: OperationName | 'any', fault: Fault, { call = 1, times = 1 }: When = {}): void {
    this.#ordered.push({ name, fault, skip: call - 1, left: times });
  }

  /** The fault of this call, if one is due; each that is ordered counts its own calls. */
  take(name: OperationName | undefined): Fault | undefined {
    let due: Fault | undefined;
    for (const order of this.#ordered) {
      if ((order.name !== 'any' && order.name !== name) || order.left === 0) continue;
      if (order.skip > 0) order.skip -= 1;
      else if (due === undefined) {
        order.left -= 1;
        due = order.fault;
      }
    }
    return due;
  }

  /** From now on all goes well. */
  clear(): void {
    this.#ordered.length = 0;
  }
}
