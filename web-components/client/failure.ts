import type { ErrorAbout, ErrorBody, ErrorCode, ErrorDetail } from '../../server/http/contract.ts';

/**
 * What went wrong with a request. `unreachable`: no answer came; `busy`: the server asks to come back; `refused`: the same
 * request will fail again.
 */
export class RequestFailure extends Error {
  readonly kind: 'unreachable' | 'busy' | 'refused';
  readonly code: ErrorCode | null;
  readonly details: ErrorDetail[];
  readonly requestId: string | null;
  /** What the error carries beside its details. */
  readonly about: ErrorAbout | null;
  /** Seconds, where the server named them. */
  readonly retryAfter: number | null;

  constructor(kind: RequestFailure['kind'], message: string, error: Partial<ErrorBody['error']> = {}) {
    super(message);
    this.name = 'RequestFailure';
    this.kind = kind;
    this.code = error.code ?? null;
    this.details = error.details ?? [];
    this.requestId = error.requestId ?? null;
    this.about = error.about ?? null;
    this.retryAfter = error.retryAfter ?? null;
  }

  get passes(): boolean {
    return this.kind !== 'refused';
  }
}

/** The failure a response stands for. A body that is no error of the API's still gives its status. */
export async function failureOf(response: Response): Promise<RequestFailure> {
  const body = (await response.json().catch(() => null)) as ErrorBody | null;
  const passing = response.status === 429 || response.status >= 502 || response.status === 503;
  const error: Partial<ErrorBody['error']> = body?.error ?? {};
  // Which attribute is wrong is the integrator's to see.
  if (response.status === 400) console.error('Erfara:', error.message, error.details);
  return new RequestFailure(passing ? 'busy' : 'refused', body?.error?.message ?? `HTTP ${response.status}`, error);
}
