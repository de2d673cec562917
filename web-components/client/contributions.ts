import { v7 as uuid } from 'uuid';
import type {
  CaptureInput,
  CaptureOutput,
  Flag,
  FlagInput,
  FlagsOutput,
  ListFlagsInput,
  UndoneCapture,
  WithdrawnFlag,
} from '../../server/http/contract.ts';
import type { ErfaraClient } from './client.ts';

/** What an agent gives to the bank. Apart from the client, since a page needs it only once somebody does. */
export function contributionsTo(client: Pick<ErfaraClient, 'request'>) {
  const post = <T>(path: string, body: object, signal?: AbortSignal) =>
    client.request<T>(path, { method: 'POST', body: JSON.stringify(body), signal: signal ?? null });
  return {
    /** Saves a solved case, or answers with near duplicates first (`saved` is null). Sent twice it is saved once. */
    capture: (input: CaptureInput, signal?: AbortSignal) => post<CaptureOutput>('/v1/cases', input, signal),

    /** Takes back what was captured; `undo` is `saved.undo`. */
    undoCapture: (undo: string, signal?: AbortSignal) =>
      client.request<UndoneCapture>(`/v1/cases/${encodeURIComponent(undo)}`, {
        method: 'DELETE',
        signal: signal ?? null,
      }),

    /** Flags an article. Given an `id` (UUIDv7), the same flag may be sent again after a failure. */
    flag: (input: FlagInput, signal?: AbortSignal) => post<Flag>('/v1/flags', { id: uuid(), ...input }, signal),

    /** Takes back a flag, within an hour and before it was answered. */
    withdrawFlag: (id: string, signal?: AbortSignal) =>
      client.request<WithdrawnFlag>(`/v1/flags/${encodeURIComponent(id)}`, {
        method: 'DELETE',
        signal: signal ?? null,
      }),

    /** The agent's flags, and what became of them. */
    flags(input: ListFlagsInput = {}, signal?: AbortSignal) {
      const given = Object.entries(input).filter(([, value]) => value !== undefined);
      const asked = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
      return client.request<FlagsOutput>(`/v1/flags${asked && `?${asked}`}`, { signal: signal ?? null });
    },
  };
}
