import type { Ctx } from '../../domain/principal.ts';
import type { LedgerEvent, LedgerQuery } from '../../ports/ledger.ts';
import { textToRead } from '../../retrieval/choose.ts';
import type { LiveBank } from '../live-bank.ts';
import { readableTexts } from '../may-read.ts';

/** What happened in one step. */
export interface Slice {
  queries: LedgerQuery[];
  events: LedgerEvent[];
  /** Also of the two weeks before and after. */
  all: { queries: LedgerQuery[]; events: LedgerEvent[] };
  /** Solved cases that were written down. */
  newCases: number;
}

/** An article's name in the reader's language; its id where it is gone. */
export function nameOf(id: string, { bank, ctx }: { bank: LiveBank; ctx: Ctx }) {
  const article = bank.byId.get(id);
  const texts = article ? readableTexts(article, ctx) : [];
  const text = textToRead({ id, texts }, [ctx.locale], bank.settings);
  return { id, lang: text?.lang ?? ctx.locale, title: text?.title ?? id };
}
