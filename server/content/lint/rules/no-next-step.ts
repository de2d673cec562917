import { linksIn } from '../links.ts';
import type { Rule } from '../rule.ts';
import { NEXT_STEPS } from '../words/next-steps.ts';
import { findPhrase } from '../words/phrases.ts';

export const noNextStep: Rule = {
  id: 'no-next-step',
  severity: 'hint',
  fix: 'Say what happens now, by when, or what the customer does next.',
  text(view) {
    const base = view.baseReply;
    if (!base || base.markdown === '' || !(view.text.lang in NEXT_STEPS)) return [];
    const steps = findPhrase(NEXT_STEPS, view.text.lang, base.markdown) || linksIn(base).length > 0;
    if (steps || /[?;]\s*$/.test(base.markdown)) return [];
    return [{ place: view.heading(base), message: 'The Reply has no next step.' }];
  },
};
