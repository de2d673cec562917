import { type Article, sectionsNamed, type Text } from '../domain/article.ts';
import { validityOf } from '../domain/incident.ts';
import type { Lang } from '../domain/language.ts';
import type { Bank } from '../ports/article-store.ts';
import { fillFacts } from './compose-reply.ts';
import { inEveryMarket } from './in-every-market.ts';

/** One answer that anybody may read: nothing of its text but the title and the Reply. */
export interface PublicAnswer {
  id: string;
  lang: Lang;
  title: string;
  markdown: string;
}

export interface PublicAnswers {
  answers: PublicAnswer[];
  /** Public texts that cannot stand alone on a page, and why. */
  left: { path: string; reason: string }[];
}

/**
 * The answers of a bank that anybody may read, on a day and in a market (null = all: a value that differs is given for each).
 * Only validated texts of audience public count, and of those only title and Reply: the other sections are written for
 * colleagues, and `questions:` are real people's words.
 */
export function publicAnswers(bank: Bank, { now, market }: { now: Date; market: string | null }): PublicAnswers {
  const byId = new Map(bank.articles.map((article) => [article.id, article]));
  const found: PublicAnswers = { answers: [], left: [] };
  for (const article of bank.articles.filter((one) => isForEverybody(one, byId, now))) {
    for (const text of article.texts.filter(({ state }) => state === 'validated')) {
      if (market !== null && text.markets !== null && !text.markets.includes(market)) continue;
      const answer = answerOf(text, bank, { now, market });
      if ('reason' in answer) found.left.push({ path: text.path, reason: answer.reason });
      else found.answers.push({ id: text.id, lang: text.lang, title: text.title, markdown: answer.markdown });
    }
  }
  return found;
}

/** Every text of the id is public: one that is not says that the others may be so by mistake. */
function isForEverybody(article: Article, byId: Map<string, Article>, now: Date): boolean {
  const { from, until } = validityOf(article, byId);
  const holds = (from === null || from <= now.getTime()) && (until === null || now.getTime() < until);
  return (
    holds &&
    article.texts.every(
      ({ audience, handling, incident }) => audience === 'public' && handling === 'answer' && incident === null,
    )
  );
}

function answerOf(
  text: Text,
  bank: Bank,
  { now, market }: { now: Date; market: string | null },
): { markdown: string } | { reason: string } {
  const reply = sectionsNamed(text, 'reply').find(({ channel, alternative }) => channel === null && alternative === 1);
  if (!reply || reply.markdown === '') return { reason: 'it has no Reply' };
  const { markdown, variables } = fillFacts(reply.markdown, { facts: bank.facts, market, now });
  const open = variables.find(({ choices }) => choices === undefined);
  if (open) return { reason: `nothing fills in {{${open.name}}} on a page` };
  return {
    markdown: inEveryMarket({ markdown, variables }, text, bank.settings),
  };
}
