import type { SectionName } from '../domain/article.ts';
import type { Lang } from '../domain/language.ts';
import type { Bank } from '../ports/article-store.ts';
import type { NewText } from '../ports/article-writer.ts';
import type { ImportedRecord } from '../ports/import-format.ts';
import { clean, fieldWords } from './draft-case.ts';
import { headingIn } from './new-case.ts';

const LONGEST_TITLE = 200;
const LONGEST_QUESTION = 500;

interface Into {
  id: string;
  lang: Lang;
  system: string;
  market?: string;
  bank: Bank;
  redact: (text: string) => string;
}

/** A record as a text that nobody here has checked: seen by colleagues alone, whatever it was where it came from. */
export function importedText(record: ImportedRecord, { id, lang, system, market, bank, redact }: Into): NewText {
  const kept = (words: string | null) => redact(clean(words ?? '')).trim();
  const title = cut(fieldWords(kept(record.title)), LONGEST_TITLE);
  const asked = cut(fieldWords(kept(record.question)), LONGEST_QUESTION);
  const parts: [SectionName, string][] = [
    ['issue', kept(record.question)],
    ['resolution', kept(record.resolution)],
    ['reply', kept(record.reply)],
  ];
  const url = /^https?:\/\//.test(record.url ?? '') ? kept(record.url) : '';
  return {
    id,
    lang,
    kind: record.question === null ? 'faq' : 'case',
    title,
    state: 'not-validated',
    audience: 'internal',
    governance: 'experience',
    tags: [...new Set(record.tags.map(tagOf).filter((tag) => tag !== ''))],
    questions: [...new Set([...(/[?;\u037e]\s*$/.test(title) ? [title] : []), asked])].filter((words) => words !== ''),
    markets: market === undefined ? null : [market],
    source: {
      system,
      ref: kept(record.ref),
      ...(url === '' ? {} : { url }),
      ...(record.wasPublic ? { audience: 'public' } : {}),
    },
    sections: parts
      .filter(([, markdown]) => markdown !== '')
      .map(([name, markdown]) => ({ name, heading: headingIn(bank, lang, name), markdown })),
  };
}

function cut(words: string, longest: number): string {
  return words.length <= longest ? words : `${words.slice(0, longest - 2).replace(/\s+\S*$/, '')} …`;
}

/** Only what a tag may hold. */
function tagOf(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 60);
}
