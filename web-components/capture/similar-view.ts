import { html, nothing, type TemplateResult } from 'lit';
import type { Mention } from '../article/mention.ts';
import type { ErfaraClient } from '../client/client.ts';
import { marked } from '../suggest/views/marked.ts';
import { fill, languageName } from '../words.ts';
import type { CaptureView } from './form-view.ts';

const SHOWN = 3;

/** Articles that may say it already; the easy way is to add the customer's words to one of them. */
export function similarView(
  view: CaptureView,
  { reading, host, client }: { reading: Mention; host: EventTarget; client: ErfaraClient },
): TemplateResult | typeof nothing {
  const { controller, strings, lang } = view;
  if (controller.similar.length === 0) return nothing;
  return html`<section class="similar" aria-labelledby="similar">
    <h3 id="similar">${strings.similar}</h3>
    <ul role="list">${controller.similar.slice(0, SHOWN).map((article, place) => {
      const why = article.why[0];
      const takes = controller.takesPhrasing(article);
      return html`<li>
        <p id="similar-${article.id}" lang=${article.lang}><strong>${article.title}</strong></p>
        ${why && why.text !== article.title ? html`<p class="why"><q lang=${why.lang}>${marked(why.text, why.highlights)}</q></p>` : nothing}
        <div class="row">
          ${
            takes
              ? html`<button type="button" data-add ?disabled=${controller.phase === 'saving'} aria-describedby="similar-${article.id}"
                  @click=${() => controller.addPhrasing(article)}>${strings.addPhrasing}${place === 0 ? html` <kbd aria-hidden="true">Enter</kbd>` : nothing}</button>`
              : html`<span class="hint">${fill(strings.onlyIn, { lang: languageName(controller.language, lang) })}</span>`
          }
          <button type="button" class="quiet" aria-expanded=${reading.open === article.id} aria-describedby="similar-${article.id}"
            @click=${() => reading.toggle(article.id, article, { host, client })}>${strings.read}</button>
        </div>
        ${reading.view(article.id, lang)}
      </li>`;
    })}</ul>
  </section>`;
}
