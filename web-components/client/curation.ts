import type {
  CoachOutput,
  ConfirmOutput,
  DecisionsOutput,
  Draft,
  GapAction,
  GapDraftInput,
  GapOutput,
  GapsInput,
  GapsOutput,
  HealthInput,
  HealthOutput,
} from '../../server/http/contract.ts';
import type { ErfaraClient } from './client.ts';

/** What editors ask about the bank's health. Apart from the client, since only the console needs it. */
export function curationOf(client: Pick<ErfaraClient, 'request'>) {
  return {
    /** The work queue, what hurts most customers first. */
    health: (input: HealthInput = {}, signal?: AbortSignal) =>
      client.request<HealthOutput>(`/v1/health/content${query(input)}`, { signal: signal ?? null }),

    /** What customers asked and nothing answered, most cases first. */
    gaps: (input: GapsInput = {}, signal?: AbortSignal) =>
      client.request<GapsOutput>(`/v1/gaps${query(input)}`, { signal: signal ?? null }),

    /** An article answers it, or it is nobody's business here, or it is one again. */
    settleGap: (id: string, action: GapAction, signal?: AbortSignal) =>
      client.request<GapOutput>(`/v1/gaps/${encodeURIComponent(id)}`, {
        method: 'POST',
        body: JSON.stringify(action),
        signal: signal ?? null,
      }),

    /** Begins the article that it lacks, or answers the draft that was begun. */
    draftGap: (id: string, input: GapDraftInput = {}, signal?: AbortSignal) =>
      client.request<Draft>(`/v1/gaps/${encodeURIComponent(id)}/draft`, {
        method: 'POST',
        body: JSON.stringify(input),
        signal: signal ?? null,
      }),

    /** "Still correct", of the text that has this etag. */
    confirm: ({ id, lang, etag }: { id: string; lang: string; etag: string }, signal?: AbortSignal) =>
      client.request<ConfirmOutput>(`/v1/articles/${encodeURIComponent(id)}/${encodeURIComponent(lang)}/confirm`, {
        method: 'POST',
        headers: { 'If-Match': `"${etag}"` },
        body: '{}',
        signal: signal ?? null,
      }),

    /** What was done to articles by rule, newest first. */
    decisions: (input: { limit?: number } = {}, signal?: AbortSignal) =>
      client.request<DecisionsOutput>(`/v1/decisions${query(input)}`, { signal: signal ?? null }),

    /** Five recent texts of a contributor, the caller when none is named. */
    coaching: (input: { contributor?: string } = {}, signal?: AbortSignal) =>
      client.request<CoachOutput>(`/v1/coaching${query(input)}`, { signal: signal ?? null }),
  };
}

function query(input: object): string {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const asked = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return asked && `?${asked}`;
}
