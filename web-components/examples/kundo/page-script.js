// Kundo has no published place for scripts: run this as a user script, or ask Kundo to add it. The three selectors are what to
// look at when its pages change.
import { attach } from '../page-script/attach.js';

attach({
  server: 'http://127.0.0.1:8787',
  message: '[data-erfara-message], .fn-dialog-item--customer .fn-dialog-text',
  reply: '[data-erfara-reply], .fn-reply-form textarea, .fn-reply-form [contenteditable="true"]',
  caseFrom: () => /\/(\d+)\/?$/.exec(location.pathname)?.[1] ?? '',
  ...{ channel: 'email', market: 'se', reads: 'sv nb da en', writes: 'sv' },
});
