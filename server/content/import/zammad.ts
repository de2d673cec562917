import type { ImportFormat, ReadRecord } from '../../ports/import-format.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { type Fields, isFields, jsonPages, listOfWords, wordsIn } from './json-records.ts';
import { orUnread, recordOf } from './record.ts';

/**
 * Zammad: maps of records by id, as `POST /api/v1/knowledge_bases/init` and `GET .../answers/{id}?include_contents=` answer
 * (there below `assets`). Source: https://docs.zammad.org/en/latest/api/knowledgebase/answers.html (read 2026-11-23).
 */
export const zammad: ImportFormat = {
  name: 'zammad',
  takes: 'Zammad: the JSON of the knowledge base API (init, or answers with include_contents), a file or a folder',
  async read(path) {
    const assets: Record<string, Fields> = {};
    const unread: ReadRecord[] = [];
    const names = new Map<string, string>();
    for (const page of jsonPages(path)) {
      if (!('data' in page)) {
        unread.push(page);
        continue;
      }
      const maps = isFields(page.data) && isFields(page.data.assets) ? page.data.assets : page.data;
      if (!isFields(maps) || !Object.keys(maps).some((kind) => kind.startsWith('KnowledgeBase')))
        unread.push({ place: page.name, reason: 'there are no maps of a knowledge base’s records in it' });
      else
        for (const [kind, records] of Object.entries(maps)) {
          if (!isFields(records)) continue;
          assets[kind] = { ...assets[kind], ...records };
          for (const id of Object.keys(records)) names.set(`${kind} ${id}`, page.name);
        }
    }
    const of = (kind: string, id: unknown): Fields => {
      const found = assets[kind]?.[String(id)];
      return isFields(found) ? found : {};
    };
    const read = Object.values(assets.KnowledgeBaseAnswerTranslation ?? {}).flatMap((value): ReadRecord[] => {
      if (!isFields(value)) return [];
      const id = wordsIn(value, 'id');
      const place = `${names.get(`KnowledgeBaseAnswerTranslation ${id}`)}, answer translation ${id}`;
      const answer = of('KnowledgeBaseAnswer', value.answer_id);
      if (answer.archived_at) return [{ place, reason: 'it is archived there' }];
      const locale = of('Locale', of('KnowledgeBaseLocale', value.kb_locale_id).system_locale_id);
      const body = wordsIn(of('KnowledgeBaseAnswerTranslationContent', value.content_id), 'body');
      return orUnread(place, () =>
        recordOf({
          place,
          ref: wordsIn(value, 'answer_id'),
          lang: wordsIn(locale, 'locale') || null,
          title: wordsIn(value, 'title'),
          resolution: htmlToMarkdown(body),
          tags: listOfWords(answer.tags),
          wasPublic: Boolean(answer.published_at),
        }),
      );
    });
    return [...unread, ...read];
  },
};
