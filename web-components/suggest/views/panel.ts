import type { Suggestion } from '../../../server/http/contract.ts';
import type { Composition } from '../../reply/compose.ts';
import type { Offer } from '../../reply/offer.ts';
import type { SuggestController } from '../controller.ts';
import type { Strings } from '../strings/strings.ts';

/** What every view draws from, and the verbs its controls call. */
export interface Panel {
  strings: Strings;
  /** The interface's language. */
  lang: string;
  controller: SuggestController;
  /** The reply box is known; without one, inserting copies. */
  hasField: boolean;
  /** The words that inserting an offer would give, for reading. */
  composed(offer: Offer): Composition;
  insert(offer: Offer, sure?: boolean): void;
  openPreview(suggestion: Suggestion): void;
  /** Previews an article that was not suggested. */
  openArticle(article: { id: string; lang: string; title: string }): void;
  openResult(place: number): void;
  openSearch(): void;
  openKeys(): void;
  back(): void;
  setReads(lang: string): void;
  isIncidentOpen(id: string): boolean;
  toggleIncident(id: string): void;
}
