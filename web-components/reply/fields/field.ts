/** A reply box that text can be inserted into, whichever editor it is. Places are offsets in `text()`. */
export interface ReplyField {
  /** What holds the focus while the agent writes. */
  readonly element: HTMLElement;
  text(): string;
  /** How many UTF-16 units it takes, as its `maxlength` says; absent where it takes all. */
  readonly most?: number | undefined;
  /** What of a text it can hold, where that is not all of it. */
  shaped?(text: string): string;
  /** Where the caret is or was last; the end of the text before the agent has been there. */
  selection(): { start: number; end: number };
  select(start: number, end: number): void;
  /** Replaces the selection, so that the host sees `input` and its undo takes the text back. */
  insert(text: string): Insertion;
  /** Absent where a change stands at once; else resolves when the editor has drawn it. */
  settled?(): Promise<void>;
  focus(): void;
  /** Calls back after every change of the text; returns how to stop. */
  onInput(changed: () => void): () => void;
}

export interface Insertion {
  /** Takes the inserted text out again, leaving what stood there before. */
  undo(): void;
  /** Where the inserted text begins. */
  start: number;
}
