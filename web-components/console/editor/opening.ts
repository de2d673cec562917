import type { Draft } from '../../../server/http/contract.ts';
import type { Desk, TextName } from '../../client/desk.ts';
import { RequestFailure } from '../../client/failure.ts';

/** What an article is about: its title and the beginning of its first section. */
export function relatedWords(text: string, fields: Record<string, unknown> | null): string {
  const title = typeof fields?.title === 'string' ? fields.title : '';
  const first = /^## .*\n+([^#\n][^\n]{0,200})/m.exec(text)?.[1] ?? '';
  return `${title} ${first}`.trim().slice(0, 300);
}

/** Asked for only when it is there: most texts have none. */
export async function draftOf(desk: Desk, { id, lang }: TextName, signal: AbortSignal): Promise<Draft | null> {
  const { drafts } = await desk.drafts(signal);
  const there = drafts.some((draft) => draft.id === id && draft.lang === lang);
  return there ? orNone(desk.draft({ id, lang }, signal)) : null;
}

/** null where there is nothing of that name. */
export async function orNone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RequestFailure && error.code === 'not-found') return null;
    throw error;
  }
}
