import type { Strings } from '../suggest/strings/strings.ts';
import type { SearchController } from './controller.ts';
import type { SearchWords } from './strings/strings.ts';

/** What the search draws from, in the panel or alone. */
export interface SearchBoard {
  strings: Strings;
  /** null while they are fetched. */
  words: SearchWords | null;
  lang: string;
  search: SearchController;
  openResult(place: number): void;
  /** null where there is nothing to go back to. */
  back: (() => void) | null;
  /** Saving a case is possible here. */
  capture?: () => void;
}
