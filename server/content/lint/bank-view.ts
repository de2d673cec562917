import type { Article, Text } from '../../domain/article.ts';
import type { Bank } from '../../ports/article-store.ts';
import type { FindPersonalData } from '../../ports/personal-data.ts';
import { TextView } from './text-view.ts';

/** What a linter is told beside the bank. */
export interface LintInput {
  bank: Bank;
  /** The files as they were read; without one its findings stand at the section's heading. */
  sources: { path: string; source: string }[];
  findPersonalData: FindPersonalData;
  /** Whether a path from the content folder is a file, for pictures and other assets. */
  fileExists?: (path: string) => boolean;
  /** ISO date at which facts are read; today when left out. */
  on?: string;
}

/** The bank as rules see it. */
export class BankView {
  readonly bank: Bank;
  readonly findPersonalData: FindPersonalData;
  readonly fileExists: (path: string) => boolean;
  readonly on: string;
  readonly byId: Map<string, Article>;
  readonly texts: TextView[];
  readonly sources: Map<string, string>;

  constructor(input: LintInput) {
    this.bank = input.bank;
    this.findPersonalData = input.findPersonalData;
    this.sources = new Map(input.sources.map(({ path, source }) => [path, source]));
    this.fileExists = input.fileExists ?? ((path) => this.sources.has(path));
    this.on = input.on ?? new Date().toISOString().slice(0, 10);
    this.byId = new Map(input.bank.articles.map((article) => [article.id, article]));
    this.texts = input.bank.articles.flatMap((article) =>
      article.texts.map((text) => new TextView(text, article, this)),
    );
  }

  viewOf(text: Text): TextView {
    return this.texts.find((view) => view.text === text) ?? new TextView(text, { id: text.id, texts: [text] }, this);
  }
}
