/** An error as GitHub tells it. */
export interface ErrorAnswer {
  readonly status: number;
  readonly message: string;
  readonly errors?: readonly object[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The request broke a rule that its sender can know, so that the test is to fail. */
  readonly avoidable?: boolean;
}

/** Thrown by what answers an operation, and sent in GitHub's form. */
export class Refusal extends Error {
  readonly answer: ErrorAnswer;

  constructor(status: number, message: string, more: Omit<ErrorAnswer, 'status' | 'message'> = {}) {
    super(message);
    this.answer = { status, message, ...more };
  }
}

/** What is not there, or not to be seen: GitHub does not tell which. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

/** 422 over one field, as GitHub says it of a rule that its description does not have. */
export function invalid(resource: string, field: string, message: string): Refusal {
  return new Refusal(422, 'Validation Failed', {
    errors: [{ resource, code: 'custom', field, message }],
    avoidable: true,
  });
}
