import type { GapAction, GapsInput, GapsOutput } from '../../server/http/contract.ts';
import type { ErfaraClient } from './client.ts';

/** What customers asked in vain, and what editors decide about it. */
export function gapsOf(client: Pick<ErfaraClient, 'request'>) {
  return {
    gaps(input: GapsInput = {}, signal?: AbortSignal) {
      const given = Object.entries(input).filter(([, value]) => value !== undefined);
      const asked = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
      return client.request<GapsOutput>(`/v1/gaps${asked && `?${asked}`}`, { signal: signal ?? null });
    },
    act: (id: string, action: GapAction) =>
      client.request<unknown>(`/v1/gaps/${encodeURIComponent(id)}`, { method: 'POST', body: JSON.stringify(action) }),
  };
}
