import type { ImportFormat, ReadRecord, UnreadRecord } from '../../ports/import-format.ts';
import { objectsIn, threadRecord } from './forum-thread.ts';
import { type Fields, isFields, jsonPages, listOfWords, wordsIn } from './json-records.ts';

/**
 * Kundo forum: dialogs of `kundo.se/api/{slug}.json` (topics Q, P, S, B) and comments of `kundo.se/api/comment/{slug}/{id}.json`,
 * either inside their dialog or in files of their own, named by the dialog's id.
 * Source: https://kundo.se/api-doc/ (read 2026-11-23); it names no flag for an editor's comment, so every known one counts.
 */
export const kundo: ImportFormat = {
  name: 'kundo',
  takes:
    'Kundo forum: the JSON of kundo.se/api/{slug}.json, with comments inside or as comment/{dialog id}.json beside it',
  async read(path) {
    const unread: UnreadRecord[] = [];
    const dialogs: { fields: Fields; place: string }[] = [];
    const comments = new Map<string, Fields[]>();
    for (const page of jsonPages(path)) {
      if (!('data' in page)) {
        unread.push(page);
        continue;
      }
      const ofDialog = /(?:^|\/)comments?\/(?:.*\/)?([^/]+)\.json$/.exec(page.name)?.[1];
      const list = isFields(page.data) ? objectsIn(page.data.dialogs ?? page.data.data) : objectsIn(page.data);
      if (ofDialog !== undefined) comments.set(ofDialog, [...(comments.get(ofDialog) ?? []), ...list]);
      else if (list.length === 0) unread.push({ place: page.name, reason: 'there is no list of dialogs in it' });
      else list.forEach((fields, i) => void dialogs.push({ fields, place: `${page.name}, record ${i + 1}` }));
    }
    const read = dialogs.flatMap(({ fields, place }): ReadRecord[] => {
      const ref = wordsIn(fields, 'id');
      return threadRecord({
        place,
        ref,
        lang: wordsIn(fields, 'language') || null,
        title: wordsIn(fields, 'title'),
        topic: wordsIn(isFields(fields.topic) ? fields.topic : fields, 'topic', 'slug'),
        text: wordsIn(fields, 'text'),
        url: wordsIn(fields, 'absolute_url', 'url') || null,
        tags: listOfWords(fields.tags),
        comments: [...objectsIn(fields.comments), ...(comments.get(ref) ?? [])],
        isOfficial,
      });
    });
    return [...unread, ...read];
  },
};

function isOfficial(comment: Fields): boolean {
  const by = isFields(comment.user) ? comment.user : {};
  return [comment.is_editor_comment, comment.is_editor, comment.is_answer, by.is_editor].some((flag) => flag === true);
}
