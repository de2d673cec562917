import { createHash } from 'node:crypto';
import type { Text } from '../domain/article.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ledger, TextNote } from '../ports/ledger.ts';
import type { LiveBank } from './live-bank.ts';

export interface NoteTextsDeps {
  ledger: Pick<Ledger, 'textNotes' | 'noteTexts'>;
  /** null before the first sync. */
  bank: () => LiveBank | null;
  clock: Clock;
}

/**
 * Notes which texts are new, say something else, or were checked since the last look: the files' own dates tell nothing
 * after a checkout. At the very first look nothing is new. What is in progress is noted once it is more than that, and the
 * answers of incidents never.
 */
export function noteTexts({ ledger, bank, clock }: NoteTextsDeps): () => Promise<void> {
  let known: Map<string, TextNote> | null = null;
  let working: Promise<void> = Promise.resolve();
  const look = async () => {
    const now = bank();
    if (!now) return;
    known ??= new Map((await ledger.textNotes()).map((note) => [keyOf(note.article), note]));
    const at = known.size === 0 ? null : clock.now().toISOString();
    const texts = now.articles.flatMap((article) => article.texts).filter(isTold);
    const changed: TextNote[] = [];
    for (const text of texts) {
      const last = known.get(keyOf(text));
      const next = noteOf(text, last, at);
      if (next !== last) changed.push(next);
    }
    await ledger.noteTexts(changed);
    for (const note of changed) known.set(keyOf(note.article), note);
  };
  return () => {
    working = working.then(look, look);
    return working;
  };
}

function isTold({ state, kind, incident }: Text): boolean {
  return state !== 'wip' && kind !== 'incident' && incident === null;
}

function keyOf({ id, lang }: { id: string; lang: string }): string {
  return `${id} ${lang}`;
}

function noteOf(text: Text, last: TextNote | undefined, at: string | null): TextNote {
  const words = wordsOf(text);
  const checked = text.state === 'validated' ? `validated ${text.verifiedAt ?? ''}` : text.state;
  if (!last) {
    const article = { id: text.id, lang: text.lang };
    return { article, words, checked, newAt: at, changedAt: null, validatedAt: null };
  }
  if (last.words === words && last.checked === checked) return last;
  return {
    ...last,
    words,
    checked,
    changedAt: last.words === words ? last.changedAt : at,
    validatedAt: last.checked !== checked && text.state === 'validated' ? at : last.validatedAt,
  };
}

/** A store gives the same object for a file that did not change. */
const hashed = new WeakMap<Text, string>();

/** A hash of what readers are told; more phrasings, tags or another owner are no news to them. */
function wordsOf(text: Text): string {
  const known = hashed.get(text);
  if (known !== undefined) return known;
  const told = text.sections.map(({ name, channel, alternative, markdown }) => [name, channel, alternative, markdown]);
  const words = createHash('sha256')
    .update(JSON.stringify([text.title, told]))
    .digest('hex')
    .slice(0, 32);
  hashed.set(text, words);
  return words;
}
