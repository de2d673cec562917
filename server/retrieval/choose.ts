import type { Article, Section, Text } from '../domain/article.ts';
import { sectionsNamed, textIn } from '../domain/article.ts';
import type { BankSettings } from '../domain/bank-settings.ts';
import type { Lang } from '../domain/language.ts';

/** The text an agent is shown: the first of the languages they declared that exists; else English, a neighbour's, any. */
export function textToRead(article: Article, reads: Lang[], settings: BankSettings): Text | undefined {
  const neighbours = reads.flatMap((lang) => settings.languages[lang]?.neighbours ?? []);
  for (const lang of [...reads, 'en', ...neighbours]) {
    const text = textIn(article, lang);
    if (text) return text;
  }
  return article.texts[0];
}

/** The text whose Reply is sent: the customer's language, else none. */
export function textToSend(article: Article, customer: Lang): Text | undefined {
  const text = textIn(article, customer);
  return text && sectionsNamed(text, 'reply').length > 0 ? text : undefined;
}

/** When the customer's language is missing: one the customer may read, English, what the agent writes, else any. */
export function textToSendInstead(
  article: Article,
  customer: Lang,
  agent: { settings: BankSettings; writes: Lang[] },
): Text | undefined {
  const neighbours = agent.settings.languages[customer]?.neighbours ?? [];
  for (const lang of [...neighbours, 'en', ...agent.writes, ...article.texts.map((text) => text.lang)]) {
    const text = lang === customer ? undefined : textToSend(article, lang);
    if (text) return text;
  }
  return undefined;
}

/** The alternatives for a channel: its own variants, its kin's, else the base Reply. First is the first choice. */
export function variantsFor(text: Text, channel: string | null, settings: BankSettings): Section[] {
  const replies = sectionsNamed(text, 'reply');
  const kin = channel ? [channel, ...(settings.channels[channel]?.variantsFrom ?? [])] : [];
  for (const name of kin) {
    const own = replies.filter((reply) => reply.channel === name);
    if (own.length > 0) return own.sort((a, b) => a.alternative - b.alternative);
  }
  return replies.filter((reply) => reply.channel === null).slice(0, 1);
}
