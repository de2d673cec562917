import type { Verbs } from './verbs.ts';
import type { PanelVerbs } from './views/panel.ts';

/** The verbs, fetched once; where that fails, asked for again at the next change. */
export class FetchedVerbs {
  /** Null until they are here. */
  now: Verbs | null = null;
  /** What the views' controls call. */
  readonly forPanel: PanelVerbs = {
    insert: (...given) => this.do((verbs) => verbs.insert(...given)),
    openPreview: (suggestion) => this.do((verbs) => verbs.openPreview(suggestion)),
    openArticle: (article) => this.do((verbs) => verbs.openArticle(article)),
    openResult: (place) => this.do((verbs) => verbs.openResult(place)),
    openSearch: () => this.do((verbs) => verbs.openSearch()),
    openKeys: () => this.do((verbs) => verbs.openKeys()),
    back: () => this.do((verbs) => verbs.back()),
    unlink: (articleId) => this.do((verbs) => verbs.unlink(articleId)),
    hide: (suggestion) => this.do((verbs) => verbs.hide(suggestion)),
    noneFit: () => this.do((verbs) => verbs.noneFit()),
    toggleMenu: () => this.do((verbs) => verbs.toggleMenu()),
    moveToPrivate: (offer) => this.do((verbs) => verbs.moveToPrivate(offer)),
    answerThenSave: () => this.do((verbs) => verbs.answerThenSave()),
    showAll: () => this.do((verbs) => verbs.showAll()),
  };
  readonly #load: () => Promise<Verbs>;
  #fetching: Promise<Verbs> | null = null;

  constructor(load: () => Promise<Verbs>) {
    this.#load = load;
  }

  /** At once where they are here, so that a click still counts as the agent's own for the clipboard. */
  do(what: (verbs: Verbs) => void): void {
    if (this.now) what(this.now);
    else void this.fetch().then(what);
  }

  fetch(): Promise<Verbs> {
    this.#fetching ??= this.#load().then(
      (verbs) => {
        this.now = verbs;
        return verbs;
      },
      (error) => {
        this.#fetching = null;
        throw error;
      },
    );
    return this.#fetching;
  }
}
