import { type Section, sectionsNamed, type Text } from '../domain/article.ts';
import type { BankSettings } from '../domain/bank-settings.ts';
import { withoutOptional } from '../domain/optional-paragraph.ts';

const PRIVATE_VALUE = /\{\{\s*(?:customer|order|trip)\./;

/**
 * What a text's editors offer in the place of wordings that are too long, longest first: a wording without its optional
 * paragraphs, then shorter variants for other channels. Where everyone reads, none that holds a private value.
 */
export function shorterWordings(
  text: Text,
  chosen: Section[],
  where: { inPublic: boolean; settings: BankSettings },
): string[] {
  const longest = Math.max(0, ...chosen.map(({ markdown }) => markdown.length));
  const others = sectionsNamed(text, 'reply').filter(
    (section) => !chosen.includes(section) && !where.settings.channels[section.channel ?? '']?.spoken,
  );
  const found = [
    ...chosen.flatMap(({ markdown }) => withoutOptional(markdown) ?? []),
    ...others.flatMap(({ markdown }) => [markdown, withoutOptional(markdown) ?? markdown]),
  ].filter((markdown) => markdown.length < longest && !(where.inPublic && PRIVATE_VALUE.test(markdown)));
  return [...new Set(found)].sort((a, b) => b.length - a.length);
}
