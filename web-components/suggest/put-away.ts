import type { Suggestion } from '../../server/http/contract.ts';
import type { Recording } from './recording.ts';

/** A suggestion that the agent put away. */
export interface PutAway {
  undo(): void;
  because(reason: string): void;
}

/** What the agent put away in one conversation. It is recorded; a reason given later belongs to the same event. */
export class PutAways {
  readonly #recording: Recording;
  readonly #back: (articleId: string) => void;
  readonly #away = new Map<string, PutAway>();

  /** @param back called when one is no longer away. */
  constructor(recording: Recording, back: (articleId: string) => void) {
    this.#recording = recording;
    this.#back = back;
  }

  has(articleId: string): boolean {
    return this.#away.has(articleId);
  }

  add(suggestion: Suggestion): PutAway {
    const { id } = suggestion.article;
    let event = this.#recording.add('dismiss', suggestion);
    const away: PutAway = {
      undo: () => {
        if (!this.#away.delete(id)) return;
        this.#recording.takeBack(event);
        this.#back(id);
      },
      because: (reason) => {
        event = this.#recording.amend(event, { reason });
      },
    };
    this.#away.set(id, away);
    return away;
  }

  /** Takes all of it back. */
  undoAll(): void {
    for (const away of [...this.#away.values()]) away.undo();
  }

  clear(): void {
    this.#away.clear();
  }
}
