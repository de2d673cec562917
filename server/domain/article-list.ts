import type { Kind, State } from './article.ts';
import type { Audience } from './audience.ts';
import type { Lang } from './language.ts';
import type { Problem } from './problem.ts';
import type { Reply } from './suggestion.ts';

/** An article as an editor's list shows it. */
export interface ArticleRow {
  id: string;
  kind: Kind;
  audience: Audience;
  governance: 'experience' | 'compliance';
  owner: string | null;
  tags: string[];
  markets: string[] | null;
  /** Below the content folder: where its first text lies. */
  folder: string;
  /** Times inserted in the last 30 days. */
  uses: number;
  /** `stale`: what it was translated from has changed since. */
  texts: { lang: Lang; title: string; state: State; verifiedAt: string | null; stale: boolean }[];
}

/** What an editor writes with. */
export interface DeskSettings {
  name: string;
  languages: { code: Lang; name: string }[];
  markets: { code: string; name: string }[];
  channels: {
    code: string;
    setting: 'public' | 'private';
    unit: 'chars' | 'sms' | 'x';
    good: number;
    limit: number | null;
  }[];
  /** The heading that the bank's texts of a language use for a section. */
  headings: Record<Lang, Record<string, string>>;
}

/** GET /v1/articles: every article an editor may read, archived ones and work in progress too. */
export interface ArticlesOutput {
  requestId: string;
  articles: ArticleRow[];
  desk: DeskSettings;
}

/** POST /v1/previews: a text as it would be read and sent. Nothing is saved. */
export interface PreviewInput {
  /** The whole file. */
  markdown: string;
  id?: string;
  lang?: Lang;
  /** Replies are composed for each. */
  channels: string[];
  market?: string;
}

export interface PreviewOutput {
  requestId: string;
  /** null when the file cannot be read: `problems` say why. */
  text: { id: string; lang: Lang; title: string; sections: PreviewSection[] } | null;
  replies: { channel: string; reply: Reply | null }[];
  /** For `translated_from` of what is translated from it. */
  hash: string | null;
  problems: Problem[];
}

export interface PreviewSection {
  name: string;
  channel: string | null;
  alternative: number;
  heading: string;
  /** Sanitised. */
  html: string;
}
