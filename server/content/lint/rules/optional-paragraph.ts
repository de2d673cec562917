import { withoutOptional } from '../../../domain/optional-paragraph.ts';
import type { Finding, Rule } from '../rule.ts';

const COMMENT = /<!--\s*([\s\S]*?)\s*-->/g;
/** What somebody writes who means the mark. */
const MEANT = /^(?:option|valfri|valgfri|valinnai|vapaaehtoi|προαιρετικ)/i;

export const optionalParagraph: Rule = {
  id: 'optional-paragraph',
  severity: 'warning',
  fix: 'Write <!-- optional --> on the line before the paragraph that may be left out, and keep the answer itself unmarked.',
  text(view) {
    return view.replies.flatMap((section): Finding[] => {
      const comments = [...section.markdown.matchAll(COMMENT)];
      const marks = comments.filter(([, words]) => words?.toLowerCase() === 'optional');
      const misspelt = comments
        .filter((comment) => !marks.includes(comment) && MEANT.test(comment[1] ?? ''))
        .map(({ 0: comment, index }) => ({
          place: view.inside(section, index),
          message: `${comment} is no mark: nothing is left out.`,
        }));
      const [first] = marks;
      if (!first || withoutOptional(section.markdown) !== null) return misspelt;
      const message = 'Everything in this reply is optional, so nothing of it can be left out.';
      return [...misspelt, { place: view.inside(section, first.index), message }];
    });
  },
};
