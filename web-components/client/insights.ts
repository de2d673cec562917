import type { InsightsInput, InsightsOutput } from '../../server/http/contract.ts';
import type { ErfaraClient } from './client.ts';

/** What a lead reads of the work. Apart from the client, since few pages need it. */
export function insightsOf(client: Pick<ErfaraClient, 'request' | 'base'>) {
  const addressOf = (input: InsightsInput) => {
    const given = Object.entries(input).filter(([, value]) => value !== undefined);
    const asked = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return `/v1/insights${asked && `?${asked}`}`;
  };
  return {
    /** Lines over time; a point is null where it may not be told. */
    read: (input: Omit<InsightsInput, 'format'> = {}, signal?: AbortSignal) =>
      client.request<InsightsOutput>(addressOf(input), { signal: signal ?? null }),

    /** Where the same is to be had as a table, for a link. */
    csv: (input: Omit<InsightsInput, 'format'> = {}) => client.base + addressOf({ ...input, format: 'csv' }),

    /** Where a month's page is, in a language of the interface; `month` is 2026-11. */
    report: (month: string, lang: string) =>
      `${client.base}/v1/insights/report?month=${encodeURIComponent(month)}&lang=${encodeURIComponent(lang)}`,
  };
}
