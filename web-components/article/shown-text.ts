import type { ArticleOutput, ArticleSection, ArticleText } from '../../server/http/contract.ts';
import { safeNodes } from '../suggest/safe-html.ts';

/** The text in a language; the article's first where it has none. */
export function textIn(article: ArticleOutput, lang: string): ArticleText | undefined {
  return article.texts.find((text) => text.lang === lang) ?? article.texts[0];
}

/** A text's replies for one channel; several are wordings of the same. */
export interface Variant {
  /** null = for every channel without one of its own. */
  channel: string | null;
  sections: ArticleSection[];
}

/** The replies of a text, the one for all channels first, each with its wordings in order. */
export function variantsOf(text: ArticleText): Variant[] {
  const variants = new Map<string | null, ArticleSection[]>();
  for (const section of text.sections) {
    if (section.name !== 'reply') continue;
    variants.set(section.channel, [...(variants.get(section.channel) ?? []), section]);
  }
  return [...variants]
    .map(([channel, sections]) => ({ channel, sections: sections.sort((a, b) => a.alternative - b.alternative) }))
    .sort((a, b) => Number(a.channel !== null) - Number(b.channel !== null));
}

/** The variant that is shown: the one chosen, else the channel's, else the one for all. */
export function variantShown(
  variants: Variant[],
  chosen: string | null | undefined,
  channel: string | undefined,
): Variant | undefined {
  const of = (wanted: string | null | undefined) => variants.find((one) => one.channel === wanted);
  return (chosen === undefined ? undefined : of(chosen)) ?? of(channel) ?? variants[0];
}

/** Languages somebody here needs that the article has no text in. */
export function missingLanguages(article: ArticleOutput, needed: string[]): string[] {
  return [...new Set(needed)].filter((lang) => lang !== '' && !article.texts.some((text) => text.lang === lang));
}

export interface Link {
  href: string;
  label: string;
}

const read = new WeakMap<ArticleText, Link[]>();

/** The addresses a text links to, each once, with the words that link there. */
export function linksOf(text: ArticleText): Link[] {
  const known = read.get(text);
  if (known) return known;
  const links = new Map<string, string>();
  for (const { html } of text.sections) {
    for (const link of safeNodes(html).querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (/^https?:/i.test(href) && !links.has(href)) links.set(href, link.textContent?.trim() || href);
    }
  }
  const found = [...links].map(([href, label]) => ({ href, label }));
  read.set(text, found);
  return found;
}

/** "Anna E.": a colleague's first name and one letter. */
export function shortName(author: string): string {
  const [first = '', ...others] = author.trim().split(/\s+/);
  const last = others.at(-1);
  return last && /^\p{Lu}/u.test(first) && /^\p{Lu}/u.test(last) ? `${first} ${last.charAt(0)}.` : author.trim();
}
