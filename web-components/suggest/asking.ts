import type { SuggestInput, SuggestOutput } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import { Countdown } from '../client/countdown.ts';
import { RequestFailure } from '../client/failure.ts';
import { Patience } from '../client/patience.ts';
import { Answers } from './answers.ts';
import { isEmpty } from './conversation-of.ts';

/** Nothing is shown of a wait shorter than this, in milliseconds. */
const PATIENCE = 150;

export interface AskingEvents {
  changed(): void;
  /** What is asked, also when it is tried again. */
  input(): SuggestInput;
  received(output: SuggestOutput): void;
  failure?(failure: RequestFailure): void;
}

/** Asks for suggestions, says when the wait is long, and tries again what may succeed later. */
export class Asking {
  /** `waiting` is asking that has taken long enough to be shown. */
  phase: 'idle' | 'asking' | 'waiting' | 'answered' = 'idle';
  lost: RequestFailure | null = null;
  refused: RequestFailure | null = null;
  readonly countdown: Countdown;
  readonly answers: Answers;
  readonly #client: ErfaraClient;
  readonly #on: AskingEvents;
  readonly #patience: Patience;
  readonly #unreachable = () => this.#noticeLoss();

  constructor(client: ErfaraClient, on: AskingEvents) {
    this.#client = client;
    this.#on = on;
    this.answers = new Answers(client);
    this.#patience = new Patience(PATIENCE, () => {
      this.phase = 'waiting';
      on.changed();
    });
    this.countdown = new Countdown({ tick: on.changed, again: () => void this.ask() });
    client.addEventListener('unreachable', this.#unreachable);
  }

  async ask(): Promise<void> {
    if (this.phase !== 'waiting') this.phase = 'asking';
    this.#patience.start();
    this.#on.changed();
    try {
      const output = await this.answers.ask(this.#on.input());
      if (!output) return;
      this.#settled();
      this.lost = null;
      this.refused = null;
      this.countdown.done();
      this.#on.received(output);
    } catch (error) {
      this.#failed(error instanceof RequestFailure ? error : new RequestFailure('refused', String(error)));
    }
  }

  /** Another conversation: a refusal was not of it. */
  begin(): void {
    this.countdown.done();
    this.refused = null;
    this.phase = 'asking';
  }

  /** There is nothing to ask. */
  rest(): void {
    this.answers.stop();
    this.phase = 'idle';
    this.#on.changed();
  }

  /** Tries at once what waits to be tried again. */
  tryNow(): void {
    if (this.lost) this.countdown.now();
  }

  stop(): void {
    this.answers.stop();
    this.countdown.done();
    this.#patience.stop();
    this.#client.removeEventListener('unreachable', this.#unreachable);
  }

  /** Goes on after `stop`. */
  resume(): void {
    this.#client.addEventListener('unreachable', this.#unreachable);
    if (this.phase !== 'answered' && this.phase !== 'idle') void this.ask();
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
    if (this.lost || this.phase !== 'answered' || isEmpty(this.#on.input())) return;
    this.#failed(new RequestFailure('unreachable', 'No answer came.'));
  }

  #settled(): void {
    this.#patience.stop();
    this.phase = 'answered';
  }
}
