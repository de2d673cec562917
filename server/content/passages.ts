import { createHash } from 'node:crypto';
import type { Section, Text } from '../domain/article.ts';
import { sectionsNamed } from '../domain/article.ts';
import { type Audience, maySee } from '../domain/audience.ts';
import { type Passage, type PassageKind, questionKey } from '../domain/passage.ts';
import { plainParagraphs } from './plain-text.ts';

/** Raise when the way texts are cut changes: it makes another `embedding` fingerprint. */
export const SPLITTER_VERSION = 3;
/** Characters of a passage without its title; the model was fine-tuned on at most 96 tokens. */
const LONGEST = 360;
/** Characters of the passage that holds all of a text; more than the model reads in one go says nothing. */
const WHOLE = 1_600;

/** Sections that are searched, with the narrowest reader each needs. Replies are what is sent, not what is searched. */
const SEARCHED: { name: Section['name']; audience: Audience }[] = [
  { name: 'environment', audience: 'public' },
  { name: 'cause', audience: 'public' },
  { name: 'resolution', audience: 'public' },
  { name: 'status', audience: 'public' },
  { name: 'reply', audience: 'public' },
  { name: 'internal', audience: 'internal' },
];

/**
 * A text's passages: its title with the issue, one for each customer question, and its sections in pieces at paragraph
 * and sentence borders, each with the title for context. A section that only colleagues may read makes internal passages.
 */
export function passagesOf(text: Text, validity: { from: number | null; until: number | null }): Passage[] {
  const issue = sectionsNamed(text, 'issue')
    .flatMap((section) => plainParagraphs(section.markdown))
    .join(' ');
  const passages: Passage[] = [];
  const add = (kind: PassageKind, shown: string, embedText: string, audience: Audience) => {
    const position = passages.filter((passage) => passage.kind === kind).length;
    passages.push({
      id: createHash('sha256').update(`${text.id}\n${text.lang}\n${kind}\n${position}`).digest('hex').slice(0, 24),
      articleId: text.id,
      lang: text.lang,
      kind,
      position,
      text: shown,
      embedText,
      questionKey: kind === 'question' ? questionKey(shown) : null,
      audience: maySee(audience, text.audience) ? audience : text.audience,
      state: text.state,
      articleKind: text.kind,
      markets: text.markets,
      brands: text.brands,
      tags: text.tags,
      validFrom: validity.from,
      validUntil: validity.until,
    });
  };
  add('title', text.title, text.title, text.audience);
  if (issue !== '') add('title', issue, `${text.title}. ${issue}`, text.audience);
  for (const question of text.questions) add('question', question, question, text.audience);
  const whole = wholeOf(text);
  if (whole !== null) add('whole', whole.shown, whole.embedText, text.audience);
  for (const { name, audience } of SEARCHED) {
    for (const section of sectionsNamed(text, name)) {
      if (name === 'reply' && section.channel !== null) continue;
      for (const piece of pieces(plainParagraphs(section.markdown))) {
        add('section', piece, `${text.title}. ${piece}`, audience);
      }
    }
  }
  return passages;
}

/**
 * All that a public reader may see of a longer text in one passage: what the whole is about is lost in its pieces
 * (measured: 2 to 6 points of first places on notes of 700 characters), and so is a list of phrasings under its title. Null for a text without any.
 */
function wholeOf(text: Text): { shown: string; embedText: string } | null {
  const named = SEARCHED.filter(({ audience }) => maySee('public', audience)).map(({ name }) => name);
  const paragraphs = named
    .flatMap((name) => sectionsNamed(text, name))
    .filter((section) => section.name !== 'reply' || section.channel === null)
    .flatMap((section) => plainParagraphs(section.markdown));
  const body = (paragraphs.length > 0 ? paragraphs : text.questions).join('\n');
  if (body === '') return null;
  return { shown: pieces(paragraphs)[0] ?? text.title, embedText: body.slice(0, WHOLE) };
}

/** Paragraphs joined up to the longest length; a longer one is cut between sentences, never within. */
function pieces(paragraphs: string[]): string[] {
  const all: string[] = [];
  let open = '';
  for (const sentence of paragraphs.flatMap(sentencesWhenLong)) {
    if (open !== '' && open.length + sentence.length + 1 > LONGEST) {
      all.push(open);
      open = '';
    }
    open = open === '' ? sentence : `${open} ${sentence}`;
  }
  return open === '' ? all : [...all, open];
}

function sentencesWhenLong(paragraph: string): string[] {
  return paragraph.length <= LONGEST ? [paragraph] : paragraph.split(/(?<=[.!?;])\s+(?=\p{Lu})/u);
}
