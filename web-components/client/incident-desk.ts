import type { IncidentInput, IncidentOutput, IncidentPageOutput, IncidentsOutput } from '../../server/http/contract.ts';
import type { ErfaraClient } from './client.ts';

/** What leads do with incidents, and what people called in read. Apart from the client, since few pages need it. */
export function incidentDeskOf(client: Pick<ErfaraClient, 'request'>) {
  return {
    /** What runs, what ended within two hours, the templates and, for leads, surges. */
    list: (signal?: AbortSignal) => client.request<IncidentsOutput>('/v1/incidents', { signal: signal ?? null }),

    /** Raises, extends or ends one. The same request may be sent again after a failure. */
    change: (input: IncidentInput, signal?: AbortSignal) =>
      client.request<IncidentOutput>('/v1/incidents', {
        method: 'POST',
        body: JSON.stringify(input),
        signal: signal ?? null,
      }),

    /** One incident, with what it withholds and, for leads, the cases that got an older text. */
    read: (id: string, signal?: AbortSignal) =>
      client.request<IncidentPageOutput>(`/v1/incidents/${encodeURIComponent(id)}`, { signal: signal ?? null }),
  };
}
