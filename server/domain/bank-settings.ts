import type { SectionName } from './article.ts';
import type { Lang } from './language.ts';

/** What editors own in `erfara.yaml`. */
export interface BankSettings {
  name: string;
  /** IANA name, e.g. Europe/Stockholm. */
  timeZone: string;
  languages: Record<Lang, LanguageSettings>;
  markets: Record<string, { name: string }>;
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
  /** Channels whose variants serve here when this one has none, nearest first. */
  variantsFrom: string[];
}
