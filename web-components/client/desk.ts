import type {
  ArticlesOutput,
  BlameOutput,
  BulkInput,
  BulkOutput,
  CheckInput,
  CheckOutput,
  CompareOutput,
  Draft,
  DraftInput,
  DraftsOutput,
  FactInput,
  FactOutput,
  FactsOutput,
  HistoryOutput,
  NewArticleInput,
  PreviewInput,
  PreviewOutput,
  RevertInput,
  SaveInput,
  SaveOutput,
  SourceOutput,
  VersionOutput,
} from '../../server/http/contract.ts';
import type { ErfaraClient } from './client.ts';

/** One text: an article in one language. */
export interface TextName {
  id: string;
  lang: string;
}

/** What an editor asks of the bank. Apart from the client, since only the console needs it. */
export function deskOf(client: Pick<ErfaraClient, 'request'>) {
  const get = <T>(path: string, signal?: AbortSignal) => client.request<T>(path, { signal: signal ?? null });
  const send = <T>(method: string, path: string, body: object, more: { etag?: string; signal?: AbortSignal } = {}) =>
    client.request<T>(path, {
      method,
      body: JSON.stringify(body),
      signal: more.signal ?? null,
      ...(more.etag === undefined ? {} : { headers: { 'If-Match': `"${more.etag}"` } }),
    });
  return {
    articles: (signal?: AbortSignal) => get<ArticlesOutput>('/v1/articles', signal),
    source: (name: TextName, signal?: AbortSignal) => get<SourceOutput>(`/v1/articles/${path(name)}`, signal),
    preview: (input: PreviewInput, signal?: AbortSignal) =>
      send<PreviewOutput>('POST', '/v1/previews', input, signal ? { signal } : {}),
    check: (input: CheckInput, signal?: AbortSignal) =>
      send<CheckOutput>('POST', '/v1/checks', input, signal ? { signal } : {}),

    /** Without an etag only a language that is not there yet is written. */
    save: (name: TextName, input: SaveInput, etag?: string) =>
      send<SaveOutput>('PUT', `/v1/articles/${path(name)}`, input, etag === undefined ? {} : { etag }),
    create: (input: NewArticleInput) => send<SaveOutput>('POST', '/v1/articles', input),
    revert: (name: TextName, input: RevertInput, etag: string) =>
      send<SaveOutput>('POST', `/v1/articles/${path(name)}/revert`, input, { etag }),
    bulk: (input: BulkInput) => send<BulkOutput>('POST', '/v1/bulk', input),

    drafts: (signal?: AbortSignal) => get<DraftsOutput>('/v1/drafts', signal),
    draft: (name: TextName, signal?: AbortSignal) => get<Draft>(`/v1/drafts/${path(name)}`, signal),
    /** `leaving`: the page goes away; the request outlives it. */
    keepDraft: (name: TextName, input: DraftInput, leaving = false) =>
      client.request<Draft>(`/v1/drafts/${path(name)}`, {
        method: 'PUT',
        body: JSON.stringify(input),
        keepalive: leaving,
      }),
    discardDraft: (name: TextName) => client.request<void>(`/v1/drafts/${path(name)}`, { method: 'DELETE' }),

    history: ({ id, lang }: TextName, signal?: AbortSignal) =>
      get<HistoryOutput>(`/v1/articles/${encodeURIComponent(id)}/history?lang=${lang}&limit=50`, signal),
    version: ({ id, lang }: TextName, revision: string, signal?: AbortSignal) =>
      get<VersionOutput>(`/v1/articles/${encodeURIComponent(id)}/history/${revision}?lang=${lang}`, signal),
    /** Who wrote which lines of the text as it is saved. */
    blame: ({ id, lang }: TextName, signal?: AbortSignal) =>
      get<BlameOutput>(`/v1/articles/${encodeURIComponent(id)}/blame?lang=${lang}`, signal),
    compare: ({ id, lang }: TextName, from: string, signal?: AbortSignal) =>
      get<CompareOutput>(`/v1/articles/${encodeURIComponent(id)}/compare?lang=${lang}&from=${from}`, signal),

    facts: (signal?: AbortSignal) => get<FactsOutput>('/v1/facts', signal),
    /** A dry run needs no etag. */
    saveFact: (name: string, input: FactInput, etag?: string) =>
      send<FactOutput>('PUT', `/v1/facts/${encodeURIComponent(name)}`, input, etag === undefined ? {} : { etag }),
  };
}

export type Desk = ReturnType<typeof deskOf>;

function path({ id, lang }: TextName): string {
  return `${encodeURIComponent(id)}/${encodeURIComponent(lang)}`;
}
