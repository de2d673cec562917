import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the server counts, for Prometheus. No label holds anything a person wrote. */
export interface Metrics {
  registry: Registry;
  requests: Counter<'route' | 'method' | 'status'>;
  seconds: Histogram<'route'>;
  suggestions: Counter<'outcome'>;
  events: Counter<'outcome'>;
}

export function createMetrics(index: () => { version: number; passages: number } | null): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'erfara_' });
  new Gauge({
    name: 'erfara_index_version',
    help: 'The published version of the index that answers.',
    registers,
    collect() {
      this.set(index()?.version ?? 0);
    },
  });
  new Gauge({
    name: 'erfara_index_passages',
    help: 'Passages in that version.',
    registers,
    collect() {
      this.set(index()?.passages ?? 0);
    },
  });
  return {
    registry,
    requests: new Counter({
      name: 'erfara_requests_total',
      help: 'Requests answered.',
      labelNames: ['route', 'method', 'status'],
      registers,
    }),
    seconds: new Histogram({
      name: 'erfara_request_seconds',
      help: 'Seconds to answer a request.',
      labelNames: ['route'],
      buckets: [0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.15, 0.3, 0.6, 1, 3, 10],
      registers,
    }),
    suggestions: new Counter({
      name: 'erfara_suggest_total',
      help: 'Suggest requests, by whether something was shown or the reason why not.',
      labelNames: ['outcome'],
      registers,
    }),
    events: new Counter({
      name: 'erfara_feedback_events_total',
      help: 'Feedback events, by what became of them.',
      labelNames: ['outcome'],
      registers,
    }),
  };
}
