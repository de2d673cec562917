import { sectionsNamed, type Text } from '../../domain/article.ts';
import { type Facts, factValue } from '../../domain/facts.ts';
import { withoutMarkers } from '../../domain/optional-paragraph.ts';

const TOKEN = /\{\{\s*([\w.]+)\s*\}\}/g;

/**
 * What a text tells the customer: its Reply (its Resolution where it has none), with facts as they are in `market` on a day
 * (ISO date). Where they differ and no market is named, all of them; other variables stay out.
 */
export function answerWords(text: Text, facts: Facts, { market, on }: { market: string | null; on: string }): string {
  const replies = sectionsNamed(text, 'reply').filter(
    ({ channel, alternative }) => channel === null && alternative === 1,
  );
  const said = replies.length > 0 ? replies : sectionsNamed(text, 'resolution');
  const words = said.map(({ markdown }) => withoutMarkers(markdown)).join('\n\n');
  return withFacts(words, facts, { market, on });
}

/** Words with facts as they are in `market` on a day (ISO date), and `…` for every other variable. */
export function withFacts(words: string, facts: Facts, { market, on }: { market: string | null; on: string }): string {
  return words.replace(TOKEN, (_, name: string) => {
    if (!name.startsWith('fact.')) return '…';
    const value = factValue(facts, name.slice('fact.'.length), market, on);
    if (!value) return '…';
    return 'value' in value ? value.value : [...new Set(Object.values(value.choices))].join(' / ');
  });
}

/** Names of the facts that a text's answers use. */
export function factsIn(text: Text): string[] {
  const used = text.sections.flatMap(({ markdown }) => [...markdown.matchAll(TOKEN)].map(([, name]) => name ?? ''));
  return [...new Set(used.filter((name) => name.startsWith('fact.')).map((name) => name.slice('fact.'.length)))];
}
