import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ErrorBody, SaveInput, SaveOutput } from '../../server/http/contract.ts';
import type { SmallBank } from './small-bank.ts';

/** What an editor's page sends to a small bank. */
export function deskOf(bank: SmallBank) {
  const send = (method: string, path: string, body: unknown, etag?: string) =>
    bank.ask(path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(etag === undefined ? {} : { 'If-Match': `"${etag}"` }) },
      body: JSON.stringify(body),
    });
  const json = async <T>(response: Response | Promise<Response>, status = 200): Promise<T> => {
    const answered = await response;
    const text = await answered.text();
    expect(answered.status, text).toBe(status);
    return JSON.parse(text) as T;
  };
  return {
    send,
    json,
    file: (path: string) => readFile(join(bank.folder, 'content', path), 'utf8'),
    get: <T>(path: string, status = 200) => json<T>(bank.ask(path), status),
    etag: async (id: string, lang = 'sv') => {
      const article = await json<{ texts: { lang: string; etag: string }[] }>(bank.ask(`/v1/articles/${id}`));
      return article.texts.find((text) => text.lang === lang)?.etag ?? '';
    },
    save: async (name: string, input: string | SaveInput, etag?: string) =>
      json<SaveOutput>(
        send('PUT', `/v1/articles/${name}`, typeof input === 'string' ? { markdown: input } : input, etag),
      ),
    refused: async (response: Promise<Response>, status: number) => (await json<ErrorBody>(response, status)).error,
  };
}
