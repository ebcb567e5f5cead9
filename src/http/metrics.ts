import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What the program counts about itself, in the Prometheus form. No label ever holds a name or an address. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly mail: Counter<'outcome'>;
}

export function createMetrics(options: { readonly processFigures: boolean }): Metrics {
  const registry = new Registry();
  if (options.processFigures) collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'onemind_http_request_seconds',
      help: 'Time to answer a request, by method, route pattern and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [registry],
    }),
    mail: new Counter({
      name: 'onemind_mail_messages_total',
      help: 'Messages handed to the mail server, by outcome.',
      labelNames: ['outcome'],
      registers: [registry],
    }),
  };
}
