import type {
  AbstentionReason,
  FeedbackEvent,
  SuggestInput,
  Suggestion,
  SuggestOutput,
} from '../../server/http/contract.ts';
import { PreviewController } from '../article/controller.ts';
import type { ErfaraClient } from '../client/client.ts';
import { Countdown } from '../client/countdown.ts';
import { RequestFailure } from '../client/failure.ts';
import { Patience } from '../client/patience.ts';
import { KnownLimits } from '../reply/known-limits.ts';
import type { Limits } from '../reply/length.ts';
import type { Offer } from '../reply/offer.ts';
import { Wordings } from '../reply/wordings.ts';
import type { SearchController } from '../search/controller.ts';
import { Answers } from './answers.ts';
import { asked, isEmpty, sameIds } from './conversation-of.ts';
import { type PutAway, putAway } from './put-away.ts';
import { type About, type More, Recording } from './recording.ts';
import { type View, ViewStack } from './view-stack.ts';

/** Nothing is shown of a wait shorter than this, in milliseconds. */
const PATIENCE = 150;

export type { View };

export interface ControllerEvents {
  changed(): void;
  suggestions?(output: SuggestOutput): void;
  failure?(failure: RequestFailure): void;
}

/**
 * All that `<erfara-suggest>` knows, without a page: give it a conversation with `ask`, read its fields, call its verbs, and
 * draw it whenever `changed` is called.
 */
export class SuggestController {
  readonly preview: PreviewController;
  /** The agent's own search, once it was opened. */
  search: SearchController | null = null;
  input: SuggestInput = {};
  /** The answer shown; null before the first, and while another conversation's is awaited. */
  output: SuggestOutput | null = null;
  /** `waiting` is asking that has taken long enough to be shown. */
  phase: 'idle' | 'asking' | 'waiting' | 'answered' = 'idle';
  /** Place of the expanded suggestion. */
  active = 0;
  /** The latest message asked nothing; what was shown before stays. */
  quiet = false;
  noneFit = false;
  /** The article whose reply waits for the agent's yes to another language. */
  confirming: string | null = null;
  lost: RequestFailure | null = null;
  refused: RequestFailure | null = null;
  readonly countdown: Countdown;
  readonly #views = new ViewStack();
  readonly #wordings = new Wordings();
  readonly #hidden = new Set<string>();
  readonly #limits = new KnownLimits();
  readonly #answers: Answers;
  readonly #recording: Recording;
  readonly #client: ErfaraClient;
  readonly #on: ControllerEvents;
  readonly #seen = new Set<string>();
  readonly #unreachable = () => this.#noticeLoss();
  #asked = '';
  readonly #patience: Patience;

  constructor(client: ErfaraClient, on: ControllerEvents) {
    this.#client = client;
    this.#on = on;
    this.#answers = new Answers(client);
    this.#recording = new Recording(client.feedback, () => this);
    this.#patience = new Patience(PATIENCE, () => {
      this.phase = 'waiting';
      on.changed();
    });
    this.preview = new PreviewController(client, on.changed);
    client.addEventListener('unreachable', this.#unreachable);
    this.countdown = new Countdown({ tick: on.changed, again: () => void this.#load() });
  }

  get view(): View {
    return this.#views.top;
  }

  /** What the agent may choose among: suggested, and not put away. */
  get suggestions(): Suggestion[] {
    if (this.noneFit) return [];
    return this.output?.suggestions.filter(({ article }) => !this.#hidden.has(article.id)) ?? [];
  }

  /** The first answer for this conversation is on its way. */
  get awaited(): boolean {
    return this.output === null && !this.lost && (this.phase === 'asking' || this.phase === 'waiting');
  }

  get reason(): AbstentionReason | null {
    return this.output?.abstentions[0]?.reason ?? null;
  }

  /** Articles shown in this conversation, whether or not they were put away since. */
  get shown(): string[] {
    return [...this.#seen];
  }

  /** The agent's own search, made by whoever draws it: most conversations need none. */
  searchWith(Search: typeof SearchController): SearchController {
    if (this.search) return this.search;
    this.search = new Search(this.#client, this.#on.changed);
    this.search.where = this.#searched;
    return this.search;
  }

  get #searched(): SearchController['where'] {
    const { market, reads } = this.input;
    return { ...(market ? { market } : {}), ...(reads ? { reads } : {}) };
  }

  /** What the channel allows: as the server said, or as it last said for this channel. */
  get limits(): Limits | null {
    return this.#limits.of(this.input.channel);
  }

  /** Asks for a conversation's suggestions, once for the same input. Another `case` clears what was shown before. */
  ask(input: SuggestInput): void {
    const question = asked(input);
    if (question === this.#asked) {
      this.input = input;
      return;
    }
    const same = input.case !== undefined && input.case === this.input.case;
    this.#asked = question;
    this.input = input;
    const where = { ...(input.market ? { market: input.market } : {}) };
    this.preview.where = { ...where, ...(input.channel ? { channel: input.channel } : {}) };
    if (this.search) this.search.where = this.#searched;
    if (!same) this.#clear();
    if (isEmpty(input)) {
      this.#answers.stop();
      this.phase = 'idle';
      this.#on.changed();
      return;
    }
    void this.#load();
  }

  /** Tries at once what waits to be tried again. */
  tryNow(): void {
    if (this.lost) this.countdown.now();
  }

  /**
   * What runs now, as heard between two questions. Where an incident began or ended the suggestions are asked for again: it
   * may have made them wrong.
   */
  tellIncidents(incidents: SuggestOutput['incidents'], ended: SuggestOutput['ended']): void {
    if (!this.output || this.lost) return;
    const same = sameIds(incidents, this.output.incidents);
    if (JSON.stringify([incidents, ended]) !== JSON.stringify([this.output.incidents, this.output.ended])) {
      this.output = { ...this.output, incidents, ...(ended ? { ended } : {}) };
      this.#on.changed();
    }
    if (same || this.phase !== 'answered') return;
    this.#answers.forget();
    void this.#load();
  }

  activate(place: number): void {
    this.active = Math.max(0, Math.min(place, this.suggestions.length - 1));
    this.confirming = null;
    const id = this.suggestions[this.active]?.article.id;
    if (id !== undefined && !this.lost) void this.preview.prepare(id);
    this.#on.changed();
  }

  /** The wording in turn of an offer's reply. */
  wordingOf(offer: Offer): { markdown: string; place: number; count: number } {
    return this.#wordings.of(offer, this.input.case);
  }

  tookWording(offer: Offer): void {
    this.#wordings.took(offer, this.input.case);
  }

  /** Takes one of the editors' shorter wordings in the place of those in turn; null goes back. */
  shorten(articleId: string, markdown: string | null): void {
    this.#wordings.shorten(articleId, markdown);
    this.#on.changed();
  }

  isShortened(articleId: string): boolean {
    return this.#wordings.isShortened(articleId);
  }

  rotate(offer: Offer): void {
    this.#wordings.rotate(offer);
    this.#on.changed();
  }

  /** Puts a suggestion away. Answers how to take that back, and how to say why. */
  hide(suggestion: Suggestion): PutAway {
    const { id } = suggestion.article;
    this.#hidden.add(id);
    const away = putAway(this.#recording, suggestion, () => {
      this.#hidden.delete(id);
      this.activate(this.suggestions.findIndex(({ article }) => article.id === id));
    });
    this.activate(this.active);
    return away;
  }

  /** Answers how to take it back. */
  noneOfThem(): () => void {
    this.noneFit = true;
    const event = this.record('none-fit');
    this.#on.changed();
    return () => {
      this.#recording.takeBack(event);
      this.noneFit = false;
      this.#on.changed();
    };
  }

  /** The reply that was sent held these articles. */
  markSent(ids: string[]): void {
    for (const { article } of this.output?.suggestions ?? []) if (ids.includes(article.id)) article.alreadySent = true;
    this.#on.changed();
  }

  confirm(articleId: string | null): void {
    this.confirming = articleId;
    this.#on.changed();
  }

  open(view: View): void {
    this.#views.open(view);
    this.#on.changed();
  }

  back(): void {
    this.#views.back();
    this.confirming = null;
    this.#on.changed();
  }

  /** Records what the agent did, for the bank to learn from. */
  record(type: FeedbackEvent['type'], about?: About, more?: More): FeedbackEvent {
    return this.#recording.add(type, about, more);
  }

  /** Fetches the answer of a conversation that will probably be opened next. */
  prefetch(input: SuggestInput): void {
    if (!isEmpty(input)) this.#answers.prefetch(input);
  }

  stop(): void {
    this.#answers.stop();
    this.countdown.done();
    this.#patience.stop();
    this.#client.removeEventListener('unreachable', this.#unreachable);
  }

  /** Goes on after `stop`. */
  resume(): void {
    this.#client.addEventListener('unreachable', this.#unreachable);
    if (this.phase !== 'answered' && this.phase !== 'idle') void this.#load();
  }

  async #load(): Promise<void> {
    if (this.phase !== 'waiting') this.phase = 'asking';
    this.#patience.start();
    this.#on.changed();
    try {
      const output = await this.#answers.ask(this.input);
      if (output) this.#received(output);
    } catch (error) {
      this.#failed(error instanceof RequestFailure ? error : new RequestFailure('refused', String(error)));
    }
  }

  #received(output: SuggestOutput): void {
    this.#settled();
    this.lost = null;
    this.refused = null;
    this.countdown.done();
    this.#limits.learn(output, this.input.channel);
    this.quiet = output.abstentions[0]?.reason === 'no-question';
    if (this.quiet && (this.output?.suggestions.length ?? 0) > 0) {
      this.#on.suggestions?.(output);
      this.#on.changed();
      return;
    }
    const reading = this.suggestions[this.active]?.article.id;
    if (this.output && this.output.index.version !== output.index.version) this.preview.forget();
    this.output = output;
    this.noneFit = false;
    this.confirming = null;
    for (const suggestion of this.suggestions) {
      // Shown once in a conversation is one impression, however often it is asked for again.
      if (!this.#seen.has(suggestion.article.id)) this.record('impression', suggestion);
      this.#seen.add(suggestion.article.id);
    }
    this.#on.suggestions?.(output);
    this.activate(this.suggestions.findIndex(({ article }) => article.id === reading));
  }

  #failed(failure: RequestFailure): void {
    this.#settled();
    if (failure.passes) {
      this.lost = failure;
      this.countdown.start(failure.retryAfter);
    } else {
      this.refused = failure;
      this.lost = null;
      this.countdown.done();
    }
    this.#on.failure?.(failure);
    this.#on.changed();
  }

  /** Another request found no server: say so now, not first when the agent asks for something. */
  #noticeLoss(): void {
    if (this.lost || this.phase !== 'answered' || isEmpty(this.input)) return;
    this.#failed(new RequestFailure('unreachable', 'No answer came.'));
  }

  #settled(): void {
    this.#patience.stop();
    this.phase = 'answered';
  }

  #clear(): void {
    this.countdown.done();
    this.output = null;
    this.quiet = false;
    this.noneFit = false;
    this.refused = null;
    this.confirming = null;
    this.active = 0;
    this.phase = 'asking';
    this.#views.clear();
    this.#wordings.clear();
    this.#hidden.clear();
    this.#seen.clear();
    this.search?.clear();
  }
}
