import type { FeedbackEvent, SuggestInput, SuggestOutput } from '../../server/http/contract.ts';
import type { FeedbackQueue } from '../client/feedback-queue.ts';

/** What an event is about. */
export interface About {
  article?: { id: string; lang: string; etag: string };
  rank?: number | null;
  ask?: string | null;
}

export type More = Pick<FeedbackEvent, 'text' | 'shown' | 'reason' | 'undoes'>;

/** Tells the bank what happened in one conversation. */
export class Recording {
  readonly #queue: FeedbackQueue;
  readonly #now: () => { input: SuggestInput; output: SuggestOutput | null };

  constructor(queue: FeedbackQueue, now: () => { input: SuggestInput; output: SuggestOutput | null }) {
    this.#queue = queue;
    this.#now = now;
  }

  add(type: FeedbackEvent['type'], { article, rank, ask }: About = {}, more: More = {}): FeedbackEvent {
    const { input, output } = this.#now();
    return this.#queue.add({
      type,
      ...(output ? { requestId: output.requestId } : {}),
      ...(article ? { article: { id: article.id, lang: article.lang, etag: article.etag } } : {}),
      ...(rank ? { rank } : {}),
      ...(ask ? { ask } : {}),
      ...(input.channel ? { channel: input.channel } : {}),
      ...(input.case ? { case: input.case } : {}),
      ...(input.keep === false ? { keep: false } : {}),
      ...more,
    });
  }

  /** An event still here is withdrawn; one that may be on its way is corrected by another. */
  takeBack(event: FeedbackEvent): void {
    if (!this.#queue.withdraw(event.id)) this.#queue.add({ ...same(event), type: 'undo', undoes: event.id });
  }

  /** The same event with more to it. */
  amend(event: FeedbackEvent, more: More): FeedbackEvent {
    const waited = this.#queue.withdraw(event.id);
    return this.#queue.add({ ...same(event), ...more, ...(waited ? {} : { undoes: event.id }) });
  }
}

function same({ id: _id, at: _at, ...event }: FeedbackEvent): Omit<FeedbackEvent, 'id' | 'at'> {
  return event;
}
