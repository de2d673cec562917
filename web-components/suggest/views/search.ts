import { html, type TemplateResult } from 'lit';
import type { ErfaraOpenEvent } from '../../article/events.ts';
import type { ErfaraInsertOfferEvent } from '../../reply/insert-offer-event.ts';
import { SearchController } from '../../search/controller.ts';
import type { PanelElement } from '../panel-element.ts';
import { backIcon } from './back-icon.ts';
import type { Panel } from './panel.ts';

/** The agent's own search over the list: the panel reads and inserts what it finds. */
export function searchView(panel: Panel, host: PanelElement): TemplateResult {
  const { strings, controller } = panel;
  const { input, output } = controller;
  const search = controller.searchWith(SearchController);
  search.kept = input.keep !== false;
  const placeOf = (articleId: string): number => search.results.findIndex(({ id }) => id === articleId);
  const insert = (event: ErfaraInsertOfferEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const { detail } = event;
    // What has to wait for a yes, or has no reply, is shown first.
    if (!detail.reply || panel.concerns(detail).length > 0) panel.openResult(placeOf(detail.articleId));
    if (detail.reply) panel.insert(detail);
  };
  const open = (event: ErfaraOpenEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    panel.openResult(placeOf(event.detail.articleId));
  };
  const save = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    panel.answerThenSave();
  };
  return html`<section class="over search" aria-label=${strings.search}>
    <erfara-search data-focus lang=${panel.lang} .hosted=${true} .server=${panel.server} .controller=${search}
      .market=${input.market ?? ''} .reads=${input.reads ?? []} .channel=${input.channel ?? ''} .hasField=${panel.hasField}
      .spoken=${output?.channel?.spoken ?? false} .customer=${output?.query.lang ?? ''} .variables=${host.variables}
      @erfara-open=${open} @erfara-insert-offer=${insert} @erfara-save-case=${save}>
      <button slot="bar" class="quiet" title=${strings.back} @click=${() => panel.back()}>${backIcon}<span class="sr">${strings.back}</span> <kbd>Esc</kbd></button>
    </erfara-search>
  </section>`;
}
