export type View = 'list' | 'preview' | 'search' | 'keys' | 'flag' | 'capture';

/** What lies over the list, the latest on top. */
export class ViewStack {
  readonly #views: View[] = ['list'];

  get top(): View {
    return this.#views.at(-1) ?? 'list';
  }

  open(view: View): void {
    if (this.top !== view) this.#views.push(view);
  }

  back(): void {
    if (this.#views.length > 1) this.#views.pop();
  }

  clear(): void {
    this.#views.length = 1;
  }
}
