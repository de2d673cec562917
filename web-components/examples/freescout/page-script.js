// FreeScout's conversation page: the newest thread stands first, the editor is Summernote
// (resources/views/conversations/partials/thread.blade.php in github.com/freescout-help-desk/freescout).
import { attach } from '../page-script/attach.js';

attach({
  server: 'http://127.0.0.1:8787',
  message: '.thread-type-customer:not(.thread-type-customer ~ .thread-type-customer) .thread-body',
  reply: '.note-editable',
  caseFrom: () => /\/conversation\/(\d+)/.exec(location.pathname)?.[1] ?? '',
  variables: () => {
    const name = document
      .querySelector('.thread-type-customer .thread-person strong')
      ?.textContent.trim()
      .split(/\s+/)[0];
    return name ? { 'customer.first_name': name } : {};
  },
  ...{ channel: 'email', market: 'se', reads: 'sv nb da en', writes: 'sv' },
});
