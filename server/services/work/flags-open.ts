import type { Evidence, WorkItem } from '../../domain/curation.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Ledger, LedgerFlag } from '../../ports/ledger.ts';
import { grouped } from '../gaps/asked-in-vain.ts';
import type { LiveBank } from '../live-bank.ts';
import { readableTexts } from '../may-read.ts';
import { counted, named } from './about.ts';
import { type WorkSource, workId } from './work-source.ts';

const MOST = 500;
/** Remarks of one text that are shown. */
const SHOWN = 3;
/** Whoever flags speaks for some who did not. */
const SPEAKS_FOR = 2;

/** Remarks that wait for an answer, one item for each text, with the phrasing that led there. */
export function flagsOpen({ ledger, bank }: { ledger: Pick<Ledger, 'flags'>; bank: () => LiveBank }): WorkSource {
  return async (ctx) => {
    const open = await ledger.flags({ state: 'open', limit: MOST });
    const byText = grouped(open, ({ article }) => `${bank().byId.get(article.id)?.id ?? article.id} ${article.lang}`);
    return [...byText.values()].flatMap((flags) => itemOf(flags, bank(), ctx) ?? []);
  };
}

function itemOf(flags: LedgerFlag[], bank: LiveBank, ctx: Ctx): WorkItem | null {
  const [first] = flags;
  const article = first && bank.byId.get(first.article.id);
  const texts = article ? readableTexts(article, ctx) : [];
  const text = texts.find(({ lang }) => lang === first?.article.lang) ?? texts[0];
  if (!first || !text) return null;
  const said = flags
    .slice(0, SHOWN)
    .flatMap(({ comment, problem, phrasing, article: { lang } }): Evidence[] => [
      { kind: 'words', from: 'agent', text: comment === '' ? (problem ?? '') : comment, lang: null },
      ...(phrasing === null ? [] : [{ kind: 'words', from: 'customer', text: phrasing, lang } as const]),
    ]);
  return {
    id: workId('flag', text.id, first.article.lang),
    kind: 'flag',
    weight: flags.length * SPEAKS_FOR,
    articles: [named(text)],
    owner: text.owner,
    languages: [first.article.lang],
    since: flags.at(-1)?.at ?? first.at,
    evidence: [counted('flags', flags.length, null), ...said],
    action: 'answer',
  };
}
