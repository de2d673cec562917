import type { Rule } from '../rule.ts';
import { findPhrase } from '../words/phrases.ts';
import { ASKS_FOR_CONTACT, SENDS_AWAY } from '../words/sends-away.ts';

export const sendsAway: Rule = {
  id: 'sends-away',
  severity: 'error',
  fix: 'Say what you do for the customer here. Where the law, identification or danger demands it, write redirect: {to, because}.',
  text(view) {
    const { text } = view;
    if (text.handling === 'hand-over' || view.fields.redirect) return [];
    if (text.questions.some((question) => findPhrase(ASKS_FOR_CONTACT, text.lang, question))) return [];
    return view.replies.flatMap((section) => {
      const found = findPhrase(SENDS_AWAY, text.lang, section.markdown);
      if (!found) return [];
      const message = `"${found.words}" sends the customer somewhere else.`;
      return [{ place: view.inside(section, found.at), message }];
    });
  },
};
