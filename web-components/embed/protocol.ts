import type { InsertDetail } from '../reply/events.ts';

/** Version of the messages below. A message says it as `erfara: 1`, which also tells it from anybody else's. */
export const VERSION = 1;

/** What a host may say of a conversation; what it leaves out stays as it was. */
const FIELDS = {
  message: isText,
  turns: (value: unknown) => Array.isArray(value) && value.every(isTurn),
  channel: isText,
  setting: (value: unknown) => value === '' || value === 'public' || value === 'private',
  market: isText,
  reads: isTexts,
  writes: isTexts,
  lang: isText,
  case: isText,
  agent: isText,
  receivedAt: isText,
  keep: (value: unknown) => value === '' || value === 'nothing',
  chord: isText,
  singleKeys: (value: unknown) => value === '' || value === 'on' || value === 'off',
  variables: (value: unknown) => isRecord(value) && Object.values(value).every(isText),
} satisfies Record<string, (value: unknown) => boolean>;

const FROM = new Set(['customer', 'agent', 'other', 'bot', 'note']);

/** From the host to the frame. */
export type Incoming =
  | { type: 'hello' }
  | { type: 'conversation'; fields: Record<string, unknown> }
  | { type: 'sent'; text: string | undefined; case: string | undefined }
  | { type: 'focus' };

/** Why a message of the host's was not followed. `about` names the field, or what was given as type or version. */
export interface Refused {
  type: 'refused';
  reason: 'version' | 'type' | 'field';
  about: string;
}

/** From the frame to the host. */
export type Outgoing =
  | { type: 'ready'; versions: number[] }
  | ({ type: 'insert' } & InsertDetail)
  | { type: 'height'; height: number }
  | { type: 'focus' }
  | Refused;

/**
 * Reads what a window posted. null: it is no message of this protocol, and none of our business. A message with anything wrong
 * in it is refused whole.
 */
export function readMessage(data: unknown): Incoming | Refused | null {
  if (!isRecord(data) || !('erfara' in data)) return null;
  const { erfara, type, ...fields } = data;
  if (erfara !== VERSION) return refuse('version', erfara);
  if (type === 'hello' || type === 'focus') return { type };
  if (type === 'sent') return readSent(fields);
  if (type !== 'conversation') return refuse('type', type);
  for (const [name, value] of Object.entries(fields)) {
    const valid = Object.hasOwn(FIELDS, name) && FIELDS[name as keyof typeof FIELDS](value);
    if (!valid) return refuse('field', name);
  }
  return { type, fields };
}

function readSent(fields: Record<string, unknown>): Incoming | Refused {
  const { text, case: reference, ...others } = fields;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return refuse('field', unknown);
  if (text !== undefined && !isText(text)) return refuse('field', 'text');
  if (reference !== undefined && !isText(reference)) return refuse('field', 'case');
  return { type: 'sent', text, case: reference };
}

function refuse(reason: Refused['reason'], about: unknown): Refused {
  return { type: 'refused', reason, about: String(about).slice(0, 100) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isTurn(value: unknown): boolean {
  return isRecord(value) && isText(value.text) && typeof value.from === 'string' && FROM.has(value.from);
}
