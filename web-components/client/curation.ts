import type { HealthInput, HealthOutput } from '../../server/http/contract.ts';
import type { ErfaraClient } from './client.ts';

/** What editors ask about the bank's health. Apart from the client, since only the console needs it. */
export function curationOf(client: Pick<ErfaraClient, 'request'>) {
  return {
    /** The work queue, what hurts most customers first. */
    health: (input: HealthInput = {}, signal?: AbortSignal) =>
      client.request<HealthOutput>(`/v1/health/content${query(input)}`, { signal: signal ?? null }),
  };
}

function query(input: object): string {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const asked = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return asked && `?${asked}`;
}
