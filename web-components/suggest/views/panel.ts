import type { TemplateResult } from 'lit';
import type { Suggestion } from '../../../server/http/contract.ts';
import type { Composition } from '../../reply/compose.ts';
import type { Limits } from '../../reply/length.ts';
import type { Offer } from '../../reply/offer.ts';
import type { SuggestController } from '../controller.ts';
import type { Strings } from '../strings/strings.ts';

/** What the views' controls call. */
export interface PanelVerbs {
  insert(offer: Offer, sure?: boolean): void;
  openPreview(suggestion: Suggestion): void;
  /** Previews an article that was not suggested. */
  openArticle(article: { id: string; lang: string; title: string }): void;
  openResult(place: number): void;
  openSearch(): void;
  openKeys(): void;
  back(): void;
  /** The article did not belong to the reply after all. */
  unlink(articleId: string): void;
  hide(suggestion: Suggestion): void;
  noneFit(): void;
  /** Inserts the sentence that moves the conversation to private messages, in the place of the offer. */
  moveToPrivate(offer: Offer): void;
  toggleMenu(): void;
  /** To the reply box; once what is written there was sent, it is saved as a case. */
  answerThenSave(): void;
  /** Takes back all that was put away. */
  showAll(): void;
}

/** What every view draws from, and the verbs its controls call. */
export interface Panel extends PanelVerbs {
  strings: Strings;
  /** Address of the server. */
  server: string;
  /** The interface's language. */
  lang: string;
  controller: SuggestController;
  /** The reply box is known; without one, inserting copies. */
  hasField: boolean;
  /** The words that inserting an offer would give, for reading. */
  composed(offer: Offer): Composition;
  /** The article is linked to the case: it was inserted, copied or used for the reply being written. */
  isLinked(articleId: string): boolean;
  /** What to know of an offer before it is inserted. */
  about(offer: Offer): unknown;
  /** What an offer waits for. */
  concerns(offer: Offer): { level: string; text: string }[];
  /** What stands where no suggestion does. */
  nothingFits(): unknown;
  /** The question that an offer waits with. */
  asking(offer: Offer): unknown;
  /** The open menu of the expanded suggestion. */
  menu: TemplateResult | null;
  /** Letters and digits are keys of the panel. */
  singleKeys: boolean;
  /** That a text is longer than its channel allows, in words; null when it is not, or before lengths can be counted. */
  tooLong(text: string, limits: Limits): string | null;
  setReads(lang: string): void;
  isIncidentOpen(id: string): boolean;
  toggleIncident(id: string): void;
}
