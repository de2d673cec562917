import { smsOf } from '../../server/domain/message-length.ts';
import type { ChannelRules, Suggestion } from '../../server/http/contract.ts';
import { fill, languageName } from '../words.ts';
import { blanksIn } from './blank-tokens.ts';
import type { Limits } from './length.ts';
import type { Offer } from './offer.ts';
import { privateValues } from './private-values.ts';
import { duration, replyWindow } from './reply-window.ts';
import { sendsAway } from './sends-away.ts';
import type { CautionWords } from './strings/strings.ts';

/** One thing to know before a reply is inserted or sent. */
export interface Caution {
  kind: 'private' | 'away' | 'blank' | 'stale' | 'missing' | 'not-read' | 'hand-over' | 'window' | 'unicode' | 'box';
  /** `error`: not inserted; `ask`: inserted after a yes; `warning` and `note` are only said. */
  level: 'error' | 'ask' | 'warning' | 'note';
  text: string;
}

/** What any reply in a conversation is judged by. */
export interface Situation {
  rules: ChannelRules | null;
  limits: Limits | null;
  variables: Record<string, string>;
  /** The editors' wordings that are shown: numbers and addresses in them are for everybody. */
  published: string;
  /** The language the customer writes. */
  customer: string;
  receivedAt: string;
  now: number;
  words: CautionWords;
  /** The interface's language. */
  lang: string;
}

/** What to know of a text, whoever wrote it. */
export function textCautions(text: string, lang: string, at: Situation): Caution[] {
  const { rules, words, limits } = at;
  const values = rules ? privateValues(text, { rules, lang, variables: at.variables, published: at.published }) : [];
  const away = rules?.spoken ? null : sendsAway(text, lang);
  const blanks = blanksIn(text);
  const sms = limits?.unit === 'sms' ? smsOf(text) : null;
  const found: Caution[] = [];
  if (values.length > 0)
    found.push({ kind: 'private', level: 'error', text: fill(words.privateValue, { values: values.join(', ') }) });
  if (blanks.length > 0)
    found.push({ kind: 'blank', level: 'warning', text: fill(words.blanks, { names: blanks.join(' ') }) });
  if (away !== null) found.push({ kind: 'away', level: 'warning', text: fill(words.sendsAway, { words: away }) });
  if (sms?.because != null) {
    const [n, m] = sms.parts > 1 ? [67, 153] : [70, 160];
    found.push({ kind: 'unicode', level: 'note', text: fill(words.unicode, { character: sms.because, n, m }) });
  }
  return found;
}

/** What to know of an offer whose words would be `text`, before it is inserted. */
export function offerCautions(offer: Offer, text: string, at: Situation, suggestions: Suggestion[]): Caution[] {
  const { reply, otherLanguage, articleId } = offer;
  if (!reply) return [];
  const { words, lang } = at;
  const found = textCautions(text, reply.lang, at);
  if (otherLanguage) {
    const values = { customer: languageName(at.customer, lang), reply: languageName(reply.lang, lang) };
    found.push({ kind: 'missing', level: 'ask', text: fill(words.missing, values) });
  }
  if (reply.stale)
    found.push({ kind: 'stale', level: 'ask', text: fill(words.stale, { lang: languageName(reply.lang, lang) }) });
  const [first] = suggestions;
  if (first?.article.handOver && first.article.id !== articleId)
    found.push({ kind: 'hand-over', level: 'ask', text: words.handOver });
  return found;
}

/** What the agent is shown in a language they did not say they read. */
export function notRead(shown: string, reads: string[] | undefined, at: Situation): Caution[] {
  if (!reads?.length || reads.includes(shown)) return [];
  return [{ kind: 'not-read', level: 'note', text: fill(at.words.notRead, { lang: languageName(shown, at.lang) }) }];
}

/** How long ordinary replies may still be sent. */
export function windowCautions(at: Situation): Caution[] {
  const hours = at.rules?.replyWindowHours ?? null;
  const window = replyWindow(at.receivedAt, hours, at.now);
  if (!window) return [];
  if (!window.open) return [{ kind: 'window', level: 'warning', text: fill(at.words.windowClosed, { n: hours ?? 0 }) }];
  const text = fill(at.words.windowLeft, { time: duration(window.minutesLeft, at.lang) });
  return [{ kind: 'window', level: window.minutesLeft < 60 ? 'warning' : 'note', text }];
}

/** That a reply box with room for `most` characters holds, or would hold, so many too many. */
export function boxCaution(most: number, over: number, words: CautionWords, level: Caution['level']): Caution {
  return { kind: 'box', level, text: fill(words.boxFull, { n: most, m: over }) };
}

/** The longest of the editors' shorter wordings that fits where it goes; null where the one in turn fits or none does. */
export function shorterThatFits(offer: Offer, current: string, fits: (markdown: string) => boolean): string | null {
  const { reply } = offer;
  if (!reply || fits(current)) return null;
  return reply.shorter?.find(fits) ?? null;
}
