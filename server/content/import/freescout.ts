import type { ImportFormat } from '../../ports/import-format.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { readLists, wordsIn } from './json-records.ts';
import { recordOf } from './record.ts';

/** FreeScout's placeholders for what Erfara fills in. */
const VARIABLES: [RegExp, string][] = [
  [/\{%\s*customer\.firstName\s*(?:,[^%]*)?%\}/g, '{{customer.first_name}}'],
  [/\{%\s*user\.firstName\s*(?:,[^%]*)?%\}/g, '{{agent.first_name}}'],
];

/**
 * FreeScout saved replies: rows of its table `saved_replies` (id, mailbox_id, name, text as HTML) as JSON.
 * Source: github.com/freescout-help-desk/freescout, Modules/SavedReplies, migration of 2018-10-26 (read 2026-11-23).
 */
export const freescout: ImportFormat = {
  name: 'freescout',
  takes: 'FreeScout: the rows of the table saved_replies as JSON, a file or a folder',
  async read(path) {
    return readLists(path, ['saved_replies', 'savedReplies', 'data'], (fields, place) =>
      recordOf({
        place,
        ref: wordsIn(fields, 'id'),
        title: wordsIn(fields, 'name'),
        reply: VARIABLES.reduce(
          (words, [theirs, ours]) => words.replace(theirs, ours),
          htmlToMarkdown(wordsIn(fields, 'text')).replace(/\\_/g, '_'),
        ),
      }),
    );
  },
};
