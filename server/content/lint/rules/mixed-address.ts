import type { Section } from '../../../domain/article.ts';
import type { Finding, Rule } from '../rule.ts';
import type { TextView } from '../text-view.ts';
import { ADDRESS } from '../words/address.ts';

export const mixedAddress: Rule = {
  id: 'mixed-address',
  severity: 'hint',
  fix: 'Keep to one form of address throughout.',
  text(view) {
    const forms = ADDRESS[view.text.lang];
    if (!forms) return [];
    return view.replies.flatMap((section) => mixed(view, section, forms));
  },
};

function mixed(view: TextView, section: Section, forms: { familiar: RegExp; formal: RegExp }): Finding[] {
  const familiar = [...section.markdown.matchAll(forms.familiar)][0];
  const formal = [...section.markdown.matchAll(forms.formal)][0];
  if (!familiar || !formal) return [];
  const later = Math.max(familiar.index, formal.index);
  const message = `"${familiar[0]}" and "${formal[0]}" address the customer in two ways.`;
  return [{ place: view.inside(section, later), message }];
}
