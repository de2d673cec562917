import type { ImportFormat } from '../../ports/import-format.ts';
import { objectsIn, threadRecord } from './forum-thread.ts';
import { type Fields, isFields, listOfWords, readLists, wordsIn } from './json-records.ts';

/**
 * Get Satisfaction and forums like it: `data` of `/companies/{id}/topics.json` (style question, problem, idea, praise), with
 * each topic's replies inside. Source: https://education.getsatisfaction.com/reference-guide/api/api-resources/ (read 2026-11-23).
 */
export const getSatisfaction: ImportFormat = {
  name: 'get-satisfaction',
  takes:
    'Get Satisfaction: the JSON of /companies/{id}/topics.json with the replies inside, a file or a folder of pages',
  async read(path) {
    return readLists(path, ['data', 'topics'], (fields, place) =>
      threadRecord({
        place,
        ref: wordsIn(fields, 'id'),
        lang: wordsIn(fields, 'language') || null,
        title: wordsIn(fields, 'subject'),
        topic: wordsIn(fields, 'style'),
        text: wordsIn(fields, 'content'),
        url: wordsIn(fields, 'at_sfn', 'url') || null,
        tags: listOfWords(fields.tags),
        comments: objectsIn(isFields(fields.replies) ? fields.replies.data : fields.replies),
        isOfficial,
      }),
    );
  },
};

/** Written by an employee, or marked by the company as the answer. */
function isOfficial(reply: Fields): boolean {
  const author = isFields(reply.author) ? reply.author : {};
  return [reply.employee, author.employee, reply.company_promoted].some((flag) => flag === true);
}
