import { html, type TemplateResult } from 'lit';
import { bringMatchIntoView, offerShown, previewView } from '../../article/article-view.ts';
import { SearchController } from '../../search/controller.ts';
import { searchView } from '../../search/search-view.ts';
import { searchWords } from '../../search/strings/strings.ts';
import { interfaceLang } from '../../words.ts';
import { keysView } from './keys.ts';
import type { Panel } from './panel.ts';

export { bringMatchIntoView, offerShown };

const ready = new Set<string>();

function wordsOfSearch({ lang, controller }: Panel) {
  const spoken = interfaceLang(lang);
  if (ready.has(spoken)) return searchWords.in(spoken);
  void searchWords.load(spoken).then(() => {
    ready.add(spoken);
    controller.search?.redraw();
  });
  return null;
}

function searching(panel: Panel): TemplateResult {
  const { strings, lang, controller, openResult, back } = panel;
  return searchView({
    strings,
    lang,
    search: controller.searchWith(SearchController),
    words: wordsOfSearch(panel),
    openResult,
    back,
  });
}

/** What slides over the list. Fetched once the list stands, so that the first suggestions wait for less. */
export function overlay(panel: Panel, chord: string): TemplateResult {
  const { view } = panel.controller;
  if (view === 'preview') return previewView(panel);
  return view === 'search' ? searching(panel) : view === 'keys' ? keysView(panel, chord) : html``;
}
