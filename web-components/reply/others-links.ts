/** Told on the reply box itself, so that elements of two versions of the script hear each other. */
const NAME = 'erfara-link';

interface LinkDetail {
  articleId: string;
  linked: boolean;
  by: OthersLinks;
}

/** The articles that other elements serving the same reply box have put into it: each records its own, all know of them. */
export class OthersLinks {
  readonly articles = new Set<string>();
  #box: HTMLElement | null = null;

  attach(box: HTMLElement | null): void {
    this.#box?.removeEventListener(NAME, this.#told);
    this.#box = box;
    box?.addEventListener(NAME, this.#told);
  }

  /** One of our own was linked to what stands in the box, or is no more. */
  tell(articleId: string, linked: boolean): void {
    this.#box?.dispatchEvent(new CustomEvent<LinkDetail>(NAME, { detail: { articleId, linked, by: this } }));
  }

  readonly #told = (event: Event): void => {
    const { articleId, linked, by } = (event as CustomEvent<LinkDetail>).detail;
    if (by === this) return;
    if (linked) this.articles.add(articleId);
    else this.articles.delete(articleId);
  };
}
