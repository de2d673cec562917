import type { PreviewController } from '../controller.ts';
import type { ReadingState } from '../reading-state.ts';
import type { ArticleWords } from '../strings/strings.ts';

/** What every part of the article is drawn from. */
export interface ArticleView {
  controller: PreviewController;
  reading: ReadingState;
  strings: ArticleWords;
  /** The interface's language. */
  lang: string;
  /** Languages the reader and the customer need. */
  needed: string[];
  /** Replies are read aloud: larger type. */
  spoken: boolean;
  /** Only what is needed to answer. */
  compact: boolean;
}
