import { html, type TemplateResult } from 'lit';
import { type EditorHost, TABS, type Tab } from './host.ts';

/** The tabs beside the text; arrows move between them. */
export function sideView(
  { strings }: Pick<EditorHost, 'strings'>,
  { tab, choose }: { tab: Tab; choose: (tab: Tab) => void },
  content: TemplateResult,
): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? tab;
    const list = event.currentTarget as HTMLElement;
    choose(next);
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return html`<section class="side" aria-label=${strings.side}>
    <div class="tabs" role="tablist" aria-label=${strings.side} @keydown=${onKey}>${TABS.map(
      (name) =>
        html`<button type="button" role="tab" id="tab-${name}" aria-controls="panel" aria-selected=${name === tab} tabindex=${name === tab ? 0 : -1} @click=${() => choose(name)}>${strings[name]}</button>`,
    )}</div>
    <div class="panel" role="tabpanel" id="panel" aria-labelledby="tab-${tab}" tabindex="0">${content}</div>
  </section>`;
}
