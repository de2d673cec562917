import type { Finding, Rule } from '../rule.ts';

export const unknownChannel: Rule = {
  id: 'unknown-channel',
  severity: 'warning',
  fix: 'Correct the word after the colon, or add the channel to erfara.yaml.',
  text(view) {
    return view.variants
      .filter(({ channel }) => channel !== null && !Object.hasOwn(view.settings.channels, channel))
      .map((section) => ({
        place: view.heading(section),
        message: `"${section.channel}" is not a channel in erfara.yaml, so this wording is never used.`,
      }));
  },
};

export const unknownMarket: Rule = {
  id: 'unknown-market',
  severity: 'warning',
  fix: 'Correct the code, or add the market to erfara.yaml.',
  text(view) {
    const known = Object.keys(view.settings.markets);
    if (known.length === 0) return [];
    const unknown = (codes: string[] | null, ...keys: string[]): Finding[] =>
      (codes ?? []).flatMap((code, i) =>
        known.includes(code)
          ? []
          : [
              {
                place: view.field(...keys, i),
                message: `"${code}" is not a market in erfara.yaml: ${known.join(', ')}.`,
              },
            ],
      );
    return [
      ...unknown(view.text.markets, 'markets'),
      ...unknown(view.text.incident?.appliesTo.markets ?? null, 'applies_to', 'markets'),
    ];
  },
};

export const unknownLanguage: Rule = {
  id: 'unknown-language',
  severity: 'warning',
  fix: 'Correct the code, or add the language to erfara.yaml.',
  text(view) {
    const { text, settings } = view;
    if (Object.hasOwn(settings.languages, text.lang)) return [];
    const known = Object.keys(settings.languages).join(', ');
    return [{ place: view.field('lang'), message: `"${text.lang}" is not a language in erfara.yaml: ${known}.` }];
  },
};
