import type { Insight, Series } from '../../../server/http/contract.ts';
import { channelName } from '../../channels/channel-name.ts';
import { fill, languageName } from '../../words.ts';
import type { LiveArticles } from '../room/live-articles.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import type { InsightsWords } from './strings/strings.ts';

export interface Naming {
  strings: InsightsWords;
  common: RoomWords;
  bank: LiveArticles;
  lang: string;
}

/** A figure's name; one that is not known stands as it came. */
export function insightName({ name }: Pick<Insight, 'name'>, { strings }: Naming): string {
  const words = strings as Record<string, string>;
  const [, base = name, by] = /^(.+)-by-(language|channel)$/.exec(name) ?? [];
  const said = words[base] ?? base;
  return by ? fill(by === 'language' ? strings.byLanguage : strings.byChannel, { name: said }) : said;
}

/** What a line is of: a language, a channel, a reason, an article, or the whole. */
export function seriesName({ of, title }: Pick<Series, 'of' | 'title'>, naming: Naming): string {
  const { strings, common, bank, lang } = naming;
  if (of === '') return strings.whole;
  if (title) return title;
  if (bank.desk.languages.some(({ code }) => code === of)) return languageName(of, lang);
  return (strings as Record<string, string>)[of] ?? channelName(of, common);
}
