import { nothing, type TemplateResult } from 'lit';
import type { PreviewController } from '../article/controller.ts';
import type { OwnInserter } from '../reply/own-inserter.ts';
import { captureView, type OverHost, previewView } from './views/over.ts';

/** What may lie over the list. */
export type Overlay = 'preview' | 'capture';

/** What lies over the list: its element is fetched when it is first asked for. */
export class Over {
  kind: Overlay | null = null;
  readonly #host: OverHost & { requestUpdate(): void };
  readonly #back: () => void;

  constructor(host: OverHost & { requestUpdate(): void }, back: () => void) {
    this.#host = host;
    this.#back = back;
  }

  /** Answers what is to have the focus. */
  async show(kind: Overlay): Promise<string> {
    await (kind === 'preview' ? import('../article/define.ts') : import('../capture/define.ts'));
    this.kind = kind;
    this.#host.requestUpdate();
    return kind === 'preview' ? 'erfara-article' : 'erfara-capture';
  }

  hide(): void {
    this.kind = null;
    this.#host.requestUpdate();
  }

  view(preview: PreviewController, own: OwnInserter | null): TemplateResult | typeof nothing {
    if (this.kind === null) return nothing;
    if (this.kind === 'capture') return captureView(this.#host, this.#back);
    return previewView(this.#host, { preview, own, back: this.#back });
  }
}
