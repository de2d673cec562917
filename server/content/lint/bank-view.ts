import type { Article } from '../../domain/article.ts';
import type { Bank } from '../../ports/article-store.ts';
import type { FindPersonalData } from '../../ports/personal-data.ts';
import type { KeptFindings } from './kept-findings.ts';

/** What a linter is told. */
export interface LintInput {
  bank: Bank;
  /** The files as they were read; without one its findings stand at the section's heading. */
  sources: { path: string; source: string }[];
  findPersonalData: FindPersonalData;
  /** Whether a path from the content folder is a file, for pictures and other assets. */
  fileExists?: (path: string) => boolean;
  /** ISO date at which facts are read; today when left out. */
  on?: string;
  /** Only what stands in these texts, by path; everything when left out. */
  only?: Set<string>;
  /** What was found before, for texts that are as they were. */
  kept?: KeptFindings;
}

/** The bank as rules see it. */
export interface BankView {
  bank: Bank;
  findPersonalData: FindPersonalData;
  fileExists: (path: string) => boolean;
  on: string;
  byId: Map<string, Article>;
  /** By path. */
  sources: Map<string, string>;
}

export function bankView(input: LintInput): BankView {
  const sources = new Map(input.sources.map(({ path, source }) => [path, source]));
  return {
    bank: input.bank,
    findPersonalData: input.findPersonalData,
    fileExists: input.fileExists ?? ((path) => sources.has(path)),
    on: input.on ?? new Date().toISOString().slice(0, 10),
    byId: new Map(input.bank.articles.map((article) => [article.id, article])),
    sources,
  };
}
