const SPREADS = { bubbles: true, composed: true } as const;

/** What would be, or was, inserted. */
export interface InsertDetail {
  articleId: string;
  lang: string;
  text: string;
  /** True when the reply is in another language than the customer's. */
  otherLanguage: boolean;
}

/** Before a reply is inserted. Cancel it to insert `detail.text` in the host's own way. */
export class ErfaraInsertEvent extends CustomEvent<InsertDetail> {
  constructor(detail: InsertDetail) {
    super('erfara-insert', { ...SPREADS, cancelable: true, detail });
  }
}

/** The agent took an insertion back. */
export class ErfaraUndoEvent extends CustomEvent<{ articleId: string }> {
  constructor(articleId: string) {
    super('erfara-undo', { ...SPREADS, detail: { articleId } });
  }
}

/** A reply that still has blanks is about to be sent, and is held back once. Cancel it to let it go. */
export class ErfaraBlanksEvent extends CustomEvent<{ blanks: string[] }> {
  constructor(blanks: string[]) {
    super('erfara-blanks', { ...SPREADS, cancelable: true, detail: { blanks } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'erfara-insert': ErfaraInsertEvent;
    'erfara-undo': ErfaraUndoEvent;
    'erfara-blanks': ErfaraBlanksEvent;
  }
}
