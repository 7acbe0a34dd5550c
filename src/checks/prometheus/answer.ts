import { isFields } from '../../support/fields.ts';

/** What a query came to. */
export interface QueryResult {
  /**
   * What conditions see: a number of a scalar; the numbers of a vector or matrix as the list of floats that Argo has, for
   * which a comparison with a text is an error and not just false.
   */
  readonly result: number | Float64Array;
  /** The same as text: `0.5`, `[0.5,NaN]`. */
  readonly value: string;
  readonly warnings: readonly string[];
}

/**
 * Reads an answer of Prometheus, with the words of client_golang and of the controller for what is none. Throws Error.
 * https://prometheus.io/docs/prometheus/latest/querying/api/
 */
export function readAnswer(
  { status, body }: { readonly status: number; readonly body: string },
  redact: (text: string) => string,
): QueryResult {
  // 400 and 422 come with an error of Prometheus in the body; what stands in other bodies nobody knows.
  const isSuccess = status >= 200 && status < 300;
  if (!isSuccess && status !== 400 && status !== 422) throw new Error(refusal(status));
  const answer = parse(body, status);
  if (answer['status'] === 'error')
    throw new Error(redact(`${String(answer['errorType'])}: ${String(answer['error'])}`.slice(0, 2_000)));
  if (!isSuccess) throw new Error('bad_response: inconsistent body for response code');
  const { data, warnings } = answer;
  return {
    ...(isFields(data) ? valueOf(data['resultType'], data['result']) : valueOf(undefined, undefined)),
    warnings: Array.isArray(warnings) ? warnings.map(String) : [],
  };
}

function refusal(status: number): string {
  if (status >= 500) return `server_error: server error: ${String(status)}`;
  if (status >= 400) return `client_error: client error: ${String(status)}`;
  return `bad_response: bad response code ${String(status)}`;
}

function parse(body: string, status: number): Readonly<Record<string, unknown>> {
  try {
    const answer: unknown = JSON.parse(body);
    if (isFields(answer)) return answer;
  } catch {
    // Said below.
  }
  throw new Error(
    `bad_response: HTTP ${String(status)} with a body that is no JSON object; check that the address is the one of Prometheus, with the path before /api/v1`,
  );
}

function valueOf(type: unknown, result: unknown): Omit<QueryResult, 'warnings'> {
  if (type === 'scalar') {
    const number = sample(result);
    return { result: number, value: formatNumber(number) };
  }
  const list: readonly unknown[] = Array.isArray(result) ? result : [];
  if (type !== 'vector' && type !== 'matrix')
    throw new Error(`Prometheus metric type not supported: ${String(type)}; allowed: scalar, vector, matrix`);
  const numbers = list.flatMap((series) => samplesOf(series, type));
  return { result: Float64Array.from(numbers), value: `[${numbers.map(formatNumber).join(',')}]` };
}

function samplesOf(series: unknown, type: 'vector' | 'matrix'): readonly number[] {
  if (!isFields(series)) throw new Error('bad_response: a series of the result is no object');
  // The controller would take it for 0, and judge by that.
  if (series['histogram'] !== undefined || series['histograms'] !== undefined)
    throw new Error(
      'the result is a histogram, which is no number; ask for one, by histogram_quantile or histogram_fraction',
    );
  if (type === 'vector') return [sample(series['value'])];
  const { values } = series;
  return Array.isArray(values) ? values.map(sample) : [];
}

/** `[time, "value"]`. */
function sample(pair: unknown): number {
  const text: unknown = Array.isArray(pair) ? pair[1] : undefined;
  if (typeof text === 'string') {
    if (text === 'NaN') return Number.NaN;
    const infinite = /^([+-]?)Inf$/.exec(text);
    if (infinite !== null) return infinite[1] === '-' ? -Infinity : Infinity;
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number(text);
  }
  throw new Error('bad_response: a sample of the result has no value that is a number');
}

/** As Go writes it with the format `f`: never with an exponent; `NaN`, `+Inf`, `-Inf`. Pure. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const [, sign = '', digits = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(Object.is(value, -0) ? '-0' : String(value)) ?? [];
  const point = digits.length + Number(exponent);
  const all = `${digits}${fraction}`;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  const whole = all.slice(0, point).padEnd(point, '0');
  const rest = all.slice(point);
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}
