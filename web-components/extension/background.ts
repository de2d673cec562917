import { browser } from './chrome.ts';

/** The click is what lets the panel read this tab and no other, until the tab goes elsewhere. */
browser.action.onClicked.addListener(({ id }) => {
  if (id === undefined) return;
  void browser.sidePanel.open({ tabId: id });
  void browser.scripting
    .executeScript({ target: { tabId: id, allFrames: true }, files: ['page.js'] })
    // The browser's own pages let nobody in.
    .catch(() => null);
});
