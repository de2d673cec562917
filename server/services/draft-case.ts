import type { CaptureDraft, CaptureField, CaptureInput } from '../domain/capture.ts';
import { asVariables, nameSigned, namesGreeted, variableSpans } from '../privacy/as-variables.ts';
import { nameFinder } from '../privacy/find-names.ts';
import type { LiveBank } from './live-bank.ts';

const LONGEST_TITLE = 120;
/** Control characters but tab and line break, and those that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * What was typed or pasted as it may be kept: personal data replaced by variables and tokens, one line where one line
 * belongs, nothing unseen in it. Done again to its own result it changes nothing.
 */
export function draftCase(
  input: CaptureInput,
  { bank, redact }: { bank: LiveBank; redact: (text: string) => string },
): CaptureDraft {
  const greetings = Object.values(bank.settings.languages).map(({ voice }) => voice.greeting);
  const sent = [input.reply ?? '', input.solution ?? ''].map(clean);
  const given = { customer: listed(input.names?.customer), agent: listed(input.names?.agent) };
  const ourselves = bank.settings.name.toLowerCase();
  const findNames = nameFinder([bank.settings.name]);
  const names = {
    customer: [
      ...given.customer,
      ...sent.flatMap((text) => namesGreeted(text, greetings)),
      ...nameSigned(clean(input.question)),
    ].filter((name) => name.toLowerCase() !== ourselves),
    agent: given.agent,
    others: [clean(input.question), ...sent].flatMap((text) => findNames(text).map((span) => text.slice(...span))),
  };
  const kept = (text: string) => asVariables(redact(clean(text)), names).trim();
  const question = kept(input.question);
  const title = fieldWords(kept(input.title ?? '')) || titleOf(question);
  const draft = { title, question, solution: kept(input.solution ?? ''), reply: kept(input.reply ?? '') || null };
  const replaced = (['title', 'question', 'solution', 'reply'] as CaptureField[]).flatMap((field) =>
    variableSpans(draft[field] ?? '').map(({ span, text }) => ({ field, span, text })),
  );
  return { ...draft, replaced };
}

/** Words for one line of a list of fields, in which nothing is HTML. */
export function fieldWords(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/<(?=[a-z/!?])/gi, '‹')
    .trim();
}

/** The question's first sentence that is not a greeting, cut between words where it is long. */
function titleOf(question: string): string {
  const sentences = question.split(/(?<=[.!?;…])\s+|\n+/u).map((sentence) => fieldWords(sentence));
  const first = sentences.find((sentence) => sentence.length > 20) ?? fieldWords(question);
  if (first.length <= LONGEST_TITLE) return first;
  return `${first
    .slice(0, LONGEST_TITLE)
    .replace(/\s+\S*$/, '')
    .slice(0, LONGEST_TITLE)} …`;
}

/** Without what is not seen, in one form of its letters and line breaks. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNSEEN, '')
    .normalize('NFC');
}

function listed(name: string | undefined): string[] {
  return name === undefined || name.trim() === '' ? [] : [name.normalize('NFC')];
}
