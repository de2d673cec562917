import type { Audience } from './audience.ts';
import type { Lang } from './language.ts';

export const KINDS = ['faq', 'case', 'procedure', 'guideline', 'incident'] as const;
export type Kind = (typeof KINDS)[number];

/** KCS confidence. */
export const STATES = ['wip', 'not-validated', 'validated', 'archived'] as const;
export type State = (typeof STATES)[number];

export type SectionName =
  | 'issue'
  | 'environment'
  | 'cause'
  | 'resolution'
  | 'reply'
  | 'mandate'
  | 'internal'
  | 'hand-over'
  | 'status';

/** One part of a text. Several `reply` sections are variants: by channel, and by alternative within a channel. */
export interface Section {
  name: SectionName;
  /** The channel of a reply variant; null for the base Reply and every other section. */
  channel: string | null;
  /** 1 for the first, 2 for `## Reply: sms (2)` ... */
  alternative: number;
  /** The heading as it was written. */
  heading: string;
  /** The section's Markdown without its heading, trimmed. */
  markdown: string;
  /** 1-based line of the heading in the file. */
  line: number;
}

/** One Markdown file: an article in one language. `(id, lang)` is unique. Dates are ISO strings. */
export interface Text {
  id: string;
  lang: Lang;
  kind: Kind;
  title: string;
  state: State;
  audience: Audience;
  governance: 'experience' | 'compliance';
  /** null = holds in every market. */
  markets: string[] | null;
  brands: string[] | null;
  owner: string | null;
  causeOwner: string | null;
  /** What became of the cause since its owner was told; absent = nobody told them. */
  cause?: CauseDates | null;
  handling: 'answer' | 'hand-over';
  verifiedAt: string | null;
  /** ISO 8601 duration; looked at for `governance: compliance` only. Absent = none. */
  reviewEvery?: string | null;
  tags: string[];
  questions: string[];
  notFor: string[];
  translatedFrom: { lang: Lang; hash: string } | null;
  /** Where an import or a captured case came from; absent = written here. */
  source?: Source | null;
  /** Old ids that this article answers for. */
  redirects: string[];
  /** Validity, ISO 8601 with offset; inclusive start, exclusive end. */
  validFrom: string | null;
  validUntil: string | null;
  /** kind incident only. */
  incident: IncidentPart | null;
  sections: Section[];
  /** Path of the file, relative to the content folder, with `/`. */
  path: string;
  /** sha256 (hex) of the file's bytes. */
  etag: string;
}

/** Days (ISO) on which the owner of a cause was told of it, took it on, and ended it. */
export interface CauseDates {
  told: string | null;
  accepted: string | null;
  fixed: string | null;
}

export interface Source {
  system: string;
  ref: string | null;
  url: string | null;
}

export interface IncidentPart {
  /** The incident this answer belongs to; null when the text is the incident itself. */
  partOf: string | null;
  /** A pre-approved template: never offered until an incident is raised from it. */
  template: boolean;
  approvedBy: string | null;
  /** Ids of normal articles withheld while the incident runs. */
  supersedes: string[];
  appliesTo: { markets: string[] | null };
}

/** Everything under one id. Kind, audience, owner, tags and markets agree in all its texts. */
export interface Article {
  id: string;
  texts: Text[];
}

/** The article's text in `lang`, if it has one. */
export function textIn(article: Article, lang: Lang): Text | undefined {
  return article.texts.find((text) => text.lang === lang);
}

/** All sections of one name, in file order. */
export function sectionsNamed(text: Text, name: SectionName): Section[] {
  return text.sections.filter((section) => section.name === name);
}
