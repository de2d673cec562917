import type {
  ArticleOutput,
  FeedbackEvent,
  FeedbackOutput,
  ReadyOutput,
  SearchInput,
  SearchOutput,
  SuggestInput,
  SuggestOutput,
} from '../../server/http/contract.ts';
import { failureOf, RequestFailure } from './failure.ts';
import { FeedbackQueue } from './feedback-queue.ts';

const LONGEST_ANSWER = 10_000;

/**
 * Talks to one Erfara server. Every method throws `RequestFailure`, or an AbortError when its signal was aborted. Any request
 * that finds no server, feedback included, fires `unreachable` besides.
 */
export class ErfaraClient extends EventTarget {
  readonly feedback: FeedbackQueue;
  /** The server's address, without a slash at its end. */
  readonly base: string;
  /** The host's reference of the agent; '' where the server need not tell agents apart. */
  agent = '';

  /** @param server the server's address without a path; '' is the page's own origin. */
  constructor(server: string) {
    super();
    this.base = (server ?? '').replace(/\/+$/, '');
    this.feedback = new FeedbackQueue({
      send: (events, leaving) => this.#sendFeedback(events, leaving),
      storage: sessionStorageOrNone(),
      key: `erfara-feedback ${this.base}`,
    });
  }

  suggest(input: SuggestInput, signal?: AbortSignal): Promise<SuggestOutput> {
    return this.request('/v1/suggest', { method: 'POST', body: JSON.stringify(input), signal });
  }

  search(input: SearchInput, signal?: AbortSignal): Promise<SearchOutput> {
    const { reads, ...others } = input;
    return this.request(`/v1/search?${query({ ...others, reads: reads?.join(',') })}`, { signal });
  }

  /** With a channel and a market the article's replies come composed as they would be inserted. `at`: as it was on that day. */
  article(
    id: string,
    where: { channel?: string; market?: string; at?: string } = {},
    signal?: AbortSignal,
  ): Promise<ArticleOutput> {
    const asked = query(where);
    return this.request(`/v1/articles/${encodeURIComponent(id)}${asked && `?${asked}`}`, { signal });
  }

  ready(signal?: AbortSignal): Promise<ReadyOutput> {
    return this.request('/readyz', { signal });
  }

  /** Asks for JSON at `path` of the server. */
  async request<T>(path: string, init: RequestInit): Promise<T> {
    const ending = AbortSignal.timeout(LONGEST_ANSWER);
    const signal = init.signal ? AbortSignal.any([init.signal, ending]) : ending;
    let response: Response;
    try {
      response = await fetch(this.base + path, { ...init, signal, headers: headersFor(init, this.agent) });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      this.dispatchEvent(new Event('unreachable'));
      throw new RequestFailure('unreachable', error instanceof Error ? error.message : String(error));
    }
    if (!response.ok) throw await failureOf(response);
    if (response.status === 204) return undefined as T;
    try {
      return (await response.json()) as T;
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new RequestFailure('unreachable', 'The answer was cut off, or is not JSON.');
    }
  }

  #sendFeedback(events: FeedbackEvent[], leaving: boolean): Promise<FeedbackOutput> {
    const body = JSON.stringify({ events });
    if (!leaving) return this.request('/v1/feedback', { method: 'POST', body });
    return this.request<FeedbackOutput>('/v1/feedback', { method: 'POST', body, keepalive: true }).catch((error) => {
      navigator.sendBeacon?.(`${this.base}/v1/feedback`, new Blob([body], { type: 'application/json' }));
      throw error;
    });
  }
}

const clients = new Map<string, ErfaraClient>();

/** One client for each server on a page, so that several elements share one feedback queue. */
export function clientFor(server: string): ErfaraClient {
  const known = clients.get(server);
  if (known) return known;
  const client = new ErfaraClient(server);
  clients.set(server, client);
  addEventListener('pagehide', () => void client.feedback.flush(true));
  return client;
}

function headersFor({ body, headers }: RequestInit, agent: string): HeadersInit {
  return {
    Accept: 'application/json',
    ...(headers as Record<string, string> | undefined),
    ...(body ? { 'Content-Type': 'application/json' } : {}),
    ...agentHeader(agent),
  };
}

/** Says who is at the keyboard, where the host told. */
export function agentHeader(agent: string): Record<string, string> {
  return agent ? { 'X-Erfara-Agent': encodeURIComponent(agent) } : {};
}

function query(values: object): string {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
}

function sessionStorageOrNone(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
