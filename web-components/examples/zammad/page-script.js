// Zammad's agent view: articles by the customer are `.ticket-article-item.customer`, the reply is `[data-name="body"]`
// (app/assets/javascripts/app/views/ticket_zoom/article_view.jst.eco and article_new.jst.eco in github.com/zammad/zammad).
import { attach } from '../page-script/attach.js';

attach({
  server: 'http://127.0.0.1:8787',
  message:
    '.ticketZoom .ticket-article-item.customer .text-bubble, .ticketZoom .ticket-article-item.customer .textBubble',
  reply: '.ticketZoom .article-add [data-name="body"]',
  caseFrom: () => /#ticket\/zoom\/(\d+)/.exec(location.hash)?.[1] ?? '',
  ...{ channel: 'email', market: 'se', reads: 'sv nb da en', writes: 'sv' },
});
