import { codeOf, messageOf } from './node-error.ts';

/** An exchange that ended without a whole answer. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  /** Code of the underlying error; empty if it had none. */
  readonly code: string;
  /** False if not one byte of the request can have reached the server. */
  readonly sent: boolean;
  /** True if the connection had carried a request before: the server may have closed it while this one went out. */
  readonly reused: boolean;

  constructor(cause: unknown, state: ExchangeState, code?: string) {
    super(messageOf(cause), { cause });
    this.code = code ?? codeOf(cause);
    this.sent = state.sent;
    this.reused = state.reused;
  }
}

/** Code of a TransportFailure whose time was over. */
export const TIMED_OUT = 'ANSWER_TIMED_OUT';
/** Code of a TransportFailure whose answer was larger than allowed. */
export const TOO_LARGE = 'ANSWER_TOO_LARGE';

/** What is known of a running exchange. */
export interface ExchangeState {
  /** Whether a byte of the request can have reached the server. */
  sent: boolean;
  /** Whether the connection had carried a request before. */
  reused: boolean;
}
