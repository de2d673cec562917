import type { SectionName } from './article.ts';
import type { Lang } from './language.ts';

/** What editors own in `erfara.yaml`. */
export interface BankSettings {
  name: string;
  /** IANA name, e.g. Europe/Stockholm. */
  timeZone: string;
  languages: Record<Lang, LanguageSettings>;
  /** `timeZone` where the market's clock is not the bank's. */
  markets: Record<string, { name: string; timeZone?: string | undefined }>;
  channels: Record<string, ChannelSettings>;
  /** Heading (lower case) -> section, for every language together. */
  headings: Record<string, SectionName>;
  /** Groups of words that mean the same to a searcher, by language. */
  synonyms: Record<Lang, string[][]>;
  trustedDomains: string[];
  /** Regular expressions of order and booking numbers. */
  orderNumbers: string[];
  suggest: {
    /** "Of ten shown, this many right": 0 to 10. */
    rightOfTen: number;
  };
  gaps: {
    /** From how many distinct cases a gap is shown. */
    from: number;
  };
  /** Retrieval-test floors, 0 to 1: of `questions:` among the first three, and of `not_for:` held. */
  floors: { top3: number; held: number };
}

export interface LanguageSettings {
  name: string;
  voice: Voice;
  /** Phrases that make a reply read like a form letter. */
  formLetter: string[];
  /** Languages whose readers need no translation of this one. */
  neighbours: Lang[];
}

/** Greeting and sign-off by language. `{name}` is the customer's first name, `{agent}` the agent's. */
export interface Voice {
  greeting: string;
  greetingNoName: string;
  /** Letters and e-mail. */
  signOff: string;
  /** Chats, comments and SMS; may be empty. */
  signOffShort: string;
  /** Greetings that fit better in some channels or at some hours; the first that fits takes the place of the ordinary one. */
  greetings?: FittingGreeting[];
  /** False: a customer's name is not written where everyone reads. */
  nameInPublic?: boolean;
  /** By public channel, the sentence that moves the conversation to private messages on the same network. */
  toPrivate?: Record<string, string>;
}

export interface FittingGreeting {
  /** null = every channel that greets. */
  channels: string[] | null;
  /** Hours of the customer's day, 0 to 24: from, inclusive, until, exclusive. */
  from: number;
  until: number;
  greeting: string;
  greetingNoName: string;
}

export interface ChannelSettings {
  setting: 'public' | 'private';
  /** Hard limit, in `unit`; null = none. */
  limit: number | null;
  /** A length people read to the end, in `unit`. */
  good: number;
  unit: 'chars' | 'sms' | 'x';
  links: boolean;
  /** Whether a greeting and a sign-off belong here. */
  greeting: boolean;
  signOff: 'long' | 'short' | 'none';
  /** Hours after the customer's message in which a reply may be sent; null = any time. */
  replyWindowHours: number | null;
  /** The reply is said aloud: shown larger, kept as a case note, never inserted. */
  spoken?: boolean;
  /** Channels whose variants serve here when this one has none, nearest first. */
  variantsFrom: string[];
}
