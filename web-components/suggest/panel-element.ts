import type { InserterHost } from '../reply/inserter.ts';
import type { SuggestController } from './controller.ts';

/** The panel as its verbs see it. */
export interface PanelElement extends InserterHost, HTMLElement {
  readonly controller: SuggestController;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  readonly server: string;
  readonly for: string;
  readonly chord: string;
  readonly singleKeys: string;
  readonly channel: string;
  readonly market: string;
  readonly case: string;
  readonly variables: Record<string, string>;
  readonly receivedAt: string;
  /** The interface's language. */
  readonly language: string;
  /** The customer's latest words. */
  readonly question: string;
}
