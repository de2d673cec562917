import { html, type TemplateResult } from 'lit';
import { keysView } from './keys.ts';
import type { Panel } from './panel.ts';
import { previewView } from './preview.ts';
import { searchView } from './search.ts';

export { bringMatchIntoView, offerShown } from './preview.ts';

/** What slides over the list. Fetched once the list stands, so that the first suggestions wait for less. */
export function overlay(panel: Panel, chord: string): TemplateResult {
  const { view } = panel.controller;
  if (view === 'preview') return previewView(panel);
  return view === 'search' ? searchView(panel) : view === 'keys' ? keysView(panel, chord) : html``;
}
