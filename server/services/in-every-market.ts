import type { Text } from '../domain/article.ts';
import type { BankSettings } from '../domain/bank-settings.ts';
import type { ReplyVariable } from '../domain/suggestion.ts';

/** Words for a reader whose market is not known: where a fact's values differ, each with its market's name. */
export function inEveryMarket(
  { markdown, variables }: { markdown: string; variables: ReplyVariable[] },
  text: Pick<Text, 'markets'>,
  settings: Pick<BankSettings, 'markets'>,
): string {
  return variables.reduce(
    (words, { name, choices }) => (choices ? words.replaceAll(token(name), listed(choices, text, settings)) : words),
    markdown,
  );
}

const token = (name: string) => new RegExp(`\\{\\{\\s*${name.replace(/[.]/g, '\\.')}\\s*\\}\\}`, 'g');

function listed(
  choices: Record<string, string>,
  text: Pick<Text, 'markets'>,
  settings: Pick<BankSettings, 'markets'>,
): string {
  const { all, ...own } = choices;
  const markets = Object.keys(settings.markets).filter((code) => text.markets === null || text.markets.includes(code));
  const values = markets.map((code) => [settings.markets[code]?.name ?? code, own[code] ?? all ?? ''] as const);
  const distinct = new Set(values.map(([, value]) => value));
  if (distinct.size === 1) return [...distinct].join('');
  return values
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${value} (${name})`)
    .join(', ');
}
