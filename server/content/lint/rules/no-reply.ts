import type { Rule } from '../rule.ts';

export const noReply: Rule = {
  id: 'no-reply',
  severity: 'warning',
  fix: 'Write what the customer gets below a Reply heading (Svar, Vastaus, Απάντηση), or set state: wip until it is solved.',
  text(view) {
    const { text } = view;
    if ((text.kind !== 'faq' && text.kind !== 'case') || text.state === 'wip' || text.state === 'archived') return [];
    if (view.baseReply && view.baseReply.markdown !== '') return [];
    const message = view.replies.some((section) => section.markdown !== '')
      ? 'There are wordings for channels but no Reply that holds everywhere else.'
      : 'The article has no Reply, so there is nothing to send.';
    return [{ place: view.baseReply ? view.heading(view.baseReply) : view.field('title'), message }];
  },
};
