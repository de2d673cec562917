import type { Article } from '../domain/article.ts';
import type { BankSettings } from '../domain/bank-settings.ts';
import type { Facts } from '../domain/facts.ts';
import type { Problem } from '../domain/problem.ts';

/** Everything the editors own, as read at one moment. Broken texts are left out and reported. */
export interface Bank {
  articles: Article[];
  facts: Facts;
  settings: BankSettings;
  problems: Problem[];
  /** Paths of the translations whose source has changed since they were made. */
  stale?: ReadonlySet<string>;
}

/** Where articles come from. */
export interface ArticleStore {
  /** Reads the whole bank. Never throws for a broken file: it becomes a problem. */
  load(): Promise<Bank>;
  /** Calls back when something changed (debounced); returns how to stop. */
  watch(changed: () => void): Promise<() => Promise<void>>;
}
