import type { ErrorAbout } from './saving.ts';

/** Every error a caller can meet: what happened and what to do. Transport-free; http maps `status`. */
const CATALOGUE = {
  'bad-request': {
    status: 400,
    message: 'The request is not of the form this operation takes. See details for each place.',
  },
  'not-json': { status: 415, message: 'Only JSON bodies are accepted. Send Content-Type: application/json.' },
  'body-too-large': {
    status: 413,
    message: 'The body is larger than ERFARA_MAX_BODY allows. Send less, or raise the setting.',
  },
  'foreign-host': {
    status: 403,
    message: 'This server answers on loopback only until keys exist. Ask it as localhost or 127.0.0.1.',
  },
  'foreign-origin': {
    status: 403,
    message: 'This origin may not use the bank. Add it to ERFARA_ORIGINS and start again.',
  },
  'missing-scope': { status: 403, message: 'The caller lacks the scope this operation needs.' },
  'not-found': { status: 404, message: 'There is nothing here that you may see.' },
  'method-not-allowed': { status: 405, message: 'This address does not take that method. See /docs.' },
  'changed-since': { status: 409, message: 'Someone changed this meanwhile. Read it again, then decide.' },
  conflict: {
    status: 409,
    message: 'Somebody else changed the same lines meanwhile. Both texts are here: put them together and save again.',
  },
  exists: { status: 409, message: 'There is one of that name already. Change it, or choose another name.' },
  'would-lose': {
    status: 409,
    message: 'This would make other articles harder to find. See what is lost; accept it with the token, or change it.',
  },
  'has-errors': { status: 422, message: 'The text has errors. See details for each place and what to do about it.' },
  'needs-etag': {
    status: 428,
    message: 'Say which version you changed: send If-Match with the etag of the text that you read.',
  },
  'owner-only': { status: 403, message: 'Only its owner changes this. Your text can be kept as a proposal.' },
  'too-late': { status: 409, message: 'This can no longer be undone. An editor can change or archive it.' },
  'too-many': { status: 429, message: 'Too many of these in a short time. Wait as long as Retry-After says.' },
  'no-index': { status: 503, message: 'The index is not built yet. It is being built now, or run: npm run sync' },
  busy: { status: 503, message: 'Too many requests at once. Try again shortly.' },
  locked: { status: 423, message: 'Another process is writing to this bank. Wait for it, or stop it.' },
  'bad-setting': { status: 500, message: 'A setting is wrong. See details for which, and what it takes.' },
  'bad-model': {
    status: 500,
    message: 'The embedding model cannot be used. See details; the bank answers by keywords meanwhile.',
  },
  'disk-full': { status: 507, message: 'The disk is full. Free some room; nothing that was saved before is lost.' },
  internal: {
    status: 500,
    message: 'Something went wrong here, not with the request. It is in the log under this request id.',
  },
} as const;

export type ErrorCode = keyof typeof CATALOGUE;

export const ERROR_CODES = Object.keys(CATALOGUE) as ErrorCode[];

export interface ErrorDetail {
  path: string;
  rule: string;
  message: string;
}

/** An error from the catalogue. `details` name the places; `retryAfter` is in seconds. */
export class ErfaraError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetail[];
  readonly retryAfter: number | null;
  readonly about: ErrorAbout | null;

  constructor(
    code: ErrorCode,
    options: { details?: ErrorDetail[]; retryAfter?: number; about?: ErrorAbout; cause?: unknown } = {},
  ) {
    super(CATALOGUE[code].message, { cause: options.cause });
    this.name = 'ErfaraError';
    this.code = code;
    this.details = options.details ?? [];
    this.retryAfter = options.retryAfter ?? null;
    this.about = options.about ?? null;
  }

  get status(): number {
    return CATALOGUE[this.code].status;
  }
}
