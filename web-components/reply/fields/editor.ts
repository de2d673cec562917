/** How one kind of editor takes text. Each goes the editor's own way, so that its model, events and history follow. */
export interface Editor {
  /** What stands between two blocks when they are read as text. */
  gap: '\n' | '\n\n';
  /** Milliseconds until a change stands in the page; absent, the next task finds it there. */
  drawnAfter?: number;
  /** Replaces what is selected. */
  put(element: HTMLElement, text: string): void;
  /** Selects from offset to offset of the text read; false where the editor takes it from the page. */
  select?(element: HTMLElement, range: [start: number, end: number], text: string): boolean;
  /** Takes away what is selected. */
  remove(element: HTMLElement): void;
}
