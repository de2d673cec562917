import type { SearchResult } from '../../../server/http/contract.ts';
import type { Offer } from '../../reply/offer.ts';
import type { SearchController } from '../controller.ts';
import type { SearchWords } from '../strings/strings.ts';

/** What every part of the search is drawn from. */
export interface SearchView {
  controller: SearchController;
  strings: SearchWords;
  /** The interface's language. */
  lang: string;
  /** The language the customer writes; '' where nobody knows. */
  customer: string;
  /** Replies are read aloud. */
  spoken: boolean;
  /** What stands around it says itself that a connection is lost. */
  hosted: boolean;
  /** A reply box is known; without one, inserting copies. */
  hasField: boolean;
  variables: Record<string, string>;
  /** What inserting a result gives; null before its article was fetched. */
  offerOf(result: SearchResult): Offer | null;
  open(place: number): void;
  insert(place: number): void;
  /** Puts the focus on what matches once it is drawn. */
  focusOn(selector: string): void;
  search(words: string): void;
  saveCase(): void;
  /** Tells a screen reader. */
  say(text: string): void;
}
