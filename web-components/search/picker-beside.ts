import type { OwnInserter } from '../reply/own-inserter.ts';
import { InlinePicker, type PickerHost } from './inline-picker.ts';
import { usableTrigger } from './trigger.ts';

/** The picker at the cursor, there once an element's trigger asks for it. */
export class PickerBeside {
  picker: InlinePicker | null = null;
  #wanted = '';
  readonly #host: PickerHost;
  readonly #inserter: () => OwnInserter;

  constructor(host: PickerHost, inserter: () => OwnInserter) {
    this.#host = host;
    this.#inserter = inserter;
  }

  /** Call after every drawing: the page may have another reply box, the element another trigger. */
  async follow(given: string): Promise<void> {
    if (given !== this.#wanted) {
      this.stop();
      this.#wanted = given;
      const trigger = usableTrigger(given);
      if (trigger === '') return;
      const own = this.#inserter();
      await own.ready();
      if (!this.#host.isConnected || this.#wanted !== given) return;
      this.picker = new InlinePicker(this.#host, own, trigger);
      this.#host.requestUpdate();
    }
    this.picker?.follow();
    this.picker?.drawn();
  }

  stop(): void {
    this.picker?.stop();
    this.picker = null;
    this.#wanted = '';
  }
}
