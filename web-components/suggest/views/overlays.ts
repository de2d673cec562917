import { html, type TemplateResult } from 'lit';
import type { PanelElement } from '../panel-element.ts';
import { keysView } from './keys.ts';
import type { Panel } from './panel.ts';
import { previewView } from './preview.ts';
import { searchView } from './search.ts';

export { offerShown } from './preview.ts';

/** What slides over the list. Fetched once the list stands, so that the first suggestions wait for less. */
export function overlay(panel: Panel, host: PanelElement): TemplateResult {
  const { view } = panel.controller;
  if (view === 'preview') return previewView(panel);
  if (view === 'search') return searchView(panel, host);
  return view === 'keys' ? keysView(panel, host.chord) : html``;
}

/** Fetched ahead once the page has nothing better to do, so that the first keystroke waits for neither. */
export function fetchOverlays(): void {
  const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500));
  idle(() => void Promise.all([import('../../article/define.ts'), import('../../search/define.ts')]).catch(() => null));
}
