import { marketsOf, valueIn } from '../fill.ts';
import type { Finding, Rule } from '../rule.ts';
import { tokensIn } from '../tokens.ts';

const KNOWN = /^(?:customer|agent|order|trip)\.[a-z_]+$/;

export const unknownFact: Rule = {
  id: 'unknown-fact',
  severity: 'error',
  fix: 'Correct the name, or add the fact to facts.yaml.',
  text(view) {
    const { facts } = view.bank.bank;
    return view.text.sections.flatMap((section) =>
      tokensIn(section.markdown).flatMap(({ name, token, at }): Finding[] => {
        const place = view.inside(section, at);
        if (!name.startsWith('fact.')) {
          if (KNOWN.test(name)) return [];
          const fix =
            'Write {{fact.name}}, {{customer.first_name}}, {{agent.first_name}}, {{order.number}} or {{trip.date}}.';
          return [{ place, message: `Nothing fills in ${token}.`, fix }];
        }
        const fact = name.slice('fact.'.length);
        if (!Object.hasOwn(facts, fact)) return [{ place, message: `facts.yaml has no fact "${fact}".` }];
        const without = marketsOf(view).filter((market) => valueIn(view, fact, market) === null);
        if (without.length === 0) return [];
        const message = `The fact "${fact}" has no value today in ${without.join(', ')}.`;
        const fix = 'Add the value to facts.yaml, or say with markets: where the article holds.';
        return [{ place, message, fix, severity: 'warning' }];
      }),
    );
  },
};
