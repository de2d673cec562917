import { sectionsNamed, textIn } from '../../domain/article.ts';
import type { ChannelSettings } from '../../domain/bank-settings.ts';
import { withoutMarkers, withoutOptional } from '../../domain/optional-paragraph.ts';
import type { LedgerEvent, LedgerQuery } from '../../ports/ledger.ts';
import { variantsFor } from '../../retrieval/choose.ts';
import type { LiveBank } from '../live-bank.ts';
import { withFacts } from '../work/answer-words.ts';

/** Characters of one part of a longer text message. */
const SMS_PART = 153;

/**
 * The replies an agent may have begun from: the article's in that language as it is now, with and without what may be left
 * out, and with the facts of that day: in the market of the message that was answered, else in each.
 */
export function repliesIn(bank: LiveBank, queries: LedgerQuery[]) {
  const every = [null, ...Object.keys(bank.settings.markets)];
  const marketOf = new Map(queries.map(({ id, market }) => [id, market]));
  const known = new Map<string, string[]>();
  return ({ article: name, at, requestId }: LedgerEvent): string[] => {
    const article = bank.byId.get(name?.id ?? '');
    const text = article && name?.lang ? textIn(article, name.lang) : undefined;
    if (!text) return [];
    const on = at.slice(0, 10);
    const market = marketOf.get(requestId ?? '') ?? null;
    const markets = market === null ? every : [market];
    const key = `${text.id} ${text.lang} ${on} ${market}`;
    const made = known.get(key);
    if (made) return made;
    const said = sectionsNamed(text, 'reply').flatMap(({ markdown }) => [
      withoutMarkers(markdown),
      withoutOptional(markdown) ?? [],
    ]);
    const filled = said
      .flat()
      .flatMap((words) => markets.map((market) => withFacts(words, bank.facts, { market, on })));
    const all = [...new Set(filled)];
    known.set(key, all);
    return all;
  };
}

/** Whether an article has a Reply that could be sent as it is: in the customer's language, or so that it suits the channel. */
export function canSend(bank: LiveBank, what: 'language' | 'channel') {
  return ({ lang, channel }: LedgerQuery, id: string): boolean => {
    const article = bank.byId.get(id);
    const text = article && lang ? textIn(article, lang) : undefined;
    if (!text) return false;
    const [first] = variantsFor(text, channel, bank.settings);
    if (!first || what === 'language') return first !== undefined;
    const settings = bank.settings.channels[channel ?? ''];
    return first.channel !== null || !settings || suits(withoutMarkers(first.markdown), settings);
  };
}

/** A Reply that was written for no channel suits one where it is read, not said, and short enough to be read to its end. */
function suits(words: string, { spoken, good, unit }: ChannelSettings): boolean {
  return !spoken && [...words].length <= (unit === 'sms' ? good * SMS_PART : good);
}
