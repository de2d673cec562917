import type { Finding, Rule } from '../rule.ts';

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
