import { html, type TemplateResult } from 'lit';
import type { PreviewController } from '../../article/controller.ts';
import type { OwnInserter } from '../../reply/own-inserter.ts';
import { backIcon } from '../../suggest/views/back-icon.ts';
import type { SearchWords } from '../strings/strings.ts';

/** What lies over the list is told all that the element was. */
export interface OverHost {
  readonly strings: SearchWords;
  readonly server: string;
  readonly reads: string[];
  readonly customer: string;
  readonly channel: string;
  readonly setting: string;
  readonly market: string;
  readonly for: string;
  readonly case: string;
  readonly isSpoken: boolean;
  readonly variables: Record<string, string>;
  readonly interfaceLanguage: string;
  readonly controller: { readonly words: string };
}

/** The article chosen, over the list. */
export function previewView(
  search: OverHost,
  { preview, own, back }: { preview: PreviewController; own: OwnInserter | null; back: () => void },
): TemplateResult {
  const {
    server,
    reads,
    customer,
    channel,
    setting,
    market,
    isSpoken: spoken,
    variables,
    strings,
    interfaceLanguage,
  } = search;
  return html`<section class="preview">
    <erfara-article lang=${interfaceLanguage} .server=${server} .controller=${preview} .inserting=${own} .reads=${reads}
      .customer=${customer} .channel=${channel} .setting=${setting} .market=${market} .for=${search.for} .case=${search.case}
      .spoken=${spoken} .question=${search.controller.words} .variables=${variables}>
      <button slot="bar" class="quiet" @click=${back}>${backIcon}${strings.back} <kbd>Esc</kbd></button>
    </erfara-article>
  </section>`;
}

/** A solved case to save, over the list. */
export function captureView(search: OverHost, back: () => void): TemplateResult {
  const { server, channel, market, variables, interfaceLanguage, controller } = search;
  return html`<section class="preview">
    <erfara-capture lang=${interfaceLanguage} .server=${server} .question=${controller.words} .channel=${channel} .market=${market}
      .case=${search.case} .variables=${variables} @erfara-close=${back}></erfara-capture>
  </section>`;
}
