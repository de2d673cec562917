import type { ImportedRecord, ReadRecord } from '../../ports/import-format.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { type Fields, isFields, wordsIn } from './json-records.ts';
import { recordOf } from './record.ts';

const ABOUT: Record<string, ImportedRecord['about']> = {
  s: 'idea',
  suggestion: 'idea',
  suggestions: 'idea',
  idea: 'idea',
  ideas: 'idea',
  b: 'praise',
  praise: 'praise',
};

export interface Thread extends Pick<ImportedRecord, 'place' | 'ref' | 'title' | 'tags' | 'url' | 'lang'> {
  /** What kind of thread the forum calls it. */
  topic: string;
  /** HTML or plain words. */
  text: string;
  comments: Fields[];
  isOfficial: (comment: Fields) => boolean;
}

/** A forum's thread: the question with the official answers, or an idea or praise for their own list. */
export function threadRecord({ topic, text, comments, isOfficial, ...given }: Thread): ReadRecord[] {
  const about = ABOUT[topic.toLowerCase()] ?? 'knowledge';
  const question = asMarkdown(text) || null;
  const answers = comments
    .filter(isOfficial)
    .map((comment) => asMarkdown(wordsIn(comment, 'text', 'content', 'body')))
    .filter((answer) => answer !== '');
  if (about === 'knowledge' && answers.length === 0) {
    return [{ place: given.place, reason: 'nobody of the company answered it' }];
  }
  return recordOf({ ...given, about, question, reply: answers.join('\n\n') || null, wasPublic: true });
}

/** Every object of a list, whatever else is in it. */
export function objectsIn(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function asMarkdown(words: string): string {
  return htmlToMarkdown(/<[a-z][^>]*>/i.test(words) ? words : words.replace(/\r?\n/g, '<br>'));
}
