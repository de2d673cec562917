import type {
  AbstentionReason,
  FeedbackEvent,
  SuggestInput,
  Suggestion,
  SuggestOutput,
} from '../../server/http/contract.ts';
import { PreviewController } from '../article/controller.ts';
import type { ErfaraClient } from '../client/client.ts';
import type { RequestFailure } from '../client/failure.ts';
import { KnownLimits } from '../reply/known-limits.ts';
import type { Limits } from '../reply/length.ts';
import { Wordings } from '../reply/wordings.ts';
import type { SearchController } from '../search/controller.ts';
import { Asking } from './asking.ts';
import { asked, isEmpty, sameIds } from './conversation-of.ts';
import { type PutAway, PutAways } from './put-away.ts';
import { type About, type More, Recording } from './recording.ts';
import { type View, ViewStack } from './view-stack.ts';

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
  /** Which of a reply's wordings is in turn. */
  readonly wordings: Wordings;
  /** The agent's own search, once it was opened. */
  search: SearchController | null = null;
  input: SuggestInput = {};
  /** The answer shown; null before the first, and while another conversation's is awaited. */
  output: SuggestOutput | null = null;
  /** Place of the expanded suggestion. */
  active = 0;
  /** The latest message asked nothing; what was shown before stays. */
  quiet = false;
  noneFit = false;
  /** The article whose reply waits for the agent's yes to another language. */
  confirming: string | null = null;
  readonly #views = new ViewStack();
  readonly #putAways: PutAways;
  readonly #limits = new KnownLimits();
  readonly #asking: Asking;
  readonly #recording: Recording;
  readonly #client: ErfaraClient;
  readonly #on: ControllerEvents;
  readonly #seen = new Set<string>();
  #asked = '';

  constructor(client: ErfaraClient, on: ControllerEvents) {
    this.#client = client;
    this.#on = on;
    this.#asking = new Asking(client, {
      changed: on.changed,
      input: () => this.input,
      received: (output) => this.#received(output),
      ...(on.failure ? { failure: on.failure } : {}),
    });
    this.#recording = new Recording(client.feedback, () => this);
    this.#putAways = new PutAways(this.#recording, (id) =>
      this.activate(this.suggestions.findIndex(({ article }) => article.id === id)),
    );
    this.preview = new PreviewController(client, on.changed);
    this.wordings = new Wordings(() => this.input.case, on.changed);
  }

  /** `waiting` is asking that has taken long enough to be shown. */
  get phase(): Asking['phase'] {
    return this.#asking.phase;
  }

  /** No answer came, and it is tried again when the countdown ends. */
  get lost(): RequestFailure | null {
    return this.#asking.lost;
  }

  get refused(): RequestFailure | null {
    return this.#asking.refused;
  }

  get countdown(): Asking['countdown'] {
    return this.#asking.countdown;
  }

  get view(): View {
    return this.#views.top;
  }

  /** What the agent may choose among: suggested, and not put away. */
  get suggestions(): Suggestion[] {
    if (this.noneFit) return [];
    return this.output?.suggestions.filter(({ article }) => !this.#putAways.has(article.id)) ?? [];
  }

  /** There were suggestions, and the agent put every one of them away. */
  get allPutAway(): boolean {
    return !this.noneFit && this.suggestions.length === 0 && (this.output?.suggestions.length ?? 0) > 0;
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
    if (isEmpty(input)) this.#asking.rest();
    else void this.#asking.ask();
  }

  /** Tries at once what waits to be tried again. */
  tryNow(): void {
    this.#asking.tryNow();
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
    this.#asking.answers.forget();
    void this.#asking.ask();
  }

  activate(place: number): void {
    this.active = Math.max(0, Math.min(place, this.suggestions.length - 1));
    this.confirming = null;
    const id = this.suggestions[this.active]?.article.id;
    if (id !== undefined && !this.lost) void this.preview.prepare(id);
    this.#on.changed();
  }

  /** Puts a suggestion away. Answers how to take that back, and how to say why. */
  hide(suggestion: Suggestion): PutAway {
    const away = this.#putAways.add(suggestion);
    this.activate(this.active);
    return away;
  }

  /** Takes back all that was put away. */
  showAll(): void {
    this.#putAways.undoAll();
    this.activate(0);
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
    if (!isEmpty(input)) this.#asking.answers.prefetch(input);
  }

  stop(): void {
    this.#asking.stop();
  }

  /** Goes on after `stop`. */
  resume(): void {
    this.#asking.resume();
  }

  #received(output: SuggestOutput): void {
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

  #clear(): void {
    this.#asking.begin();
    this.output = null;
    this.quiet = false;
    this.noneFit = false;
    this.confirming = null;
    this.active = 0;
    this.#views.clear();
    this.wordings.clear();
    this.#putAways.clear();
    this.#seen.clear();
    this.search?.clear();
  }
}
