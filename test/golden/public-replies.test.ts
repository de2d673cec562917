import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FileArticleStore } from '../../server/content/file-article-store.ts';
import { projectRoot } from '../../server/project-root.ts';
import { channelRules } from '../../server/services/channel-rules.ts';
import { composeReply } from '../../server/services/compose-reply.ts';
import { composeOffer } from '../../web-components/reply/compose-offer.ts';
import { privateValues } from '../../web-components/reply/private-values.ts';
import { sendsAway } from '../../web-components/reply/sends-away.ts';
import { en } from '../../web-components/suggest/strings/en.ts';

const VARIABLES = { 'customer.first_name': 'Anna', 'agent.first_name': 'Sofia', 'order.number': 'NB-482913' };

it('nothing the editors wrote for a public channel is refused, or said to send the customer away', async () => {
  const { articles, settings, facts } = await new FileArticleStore(join(projectRoot(), 'content')).load();
  const found: string[] = [];
  for (const text of articles.flatMap(({ texts }) => texts)) {
    for (const channel of ['facebook-comment', 'x', 'forum', 'review']) {
      const reply = composeReply(text, {
        channel,
        market: 'se',
        now: new Date('2026-11-23T12:00:00Z'),
        facts,
        settings,
        greeted: false,
        thread: null,
        stale: undefined,
      });
      const rules = channelRules({ channel }, text.lang, settings);
      if (!reply || !rules) continue;
      const offer = {
        articleId: text.id,
        lang: text.lang,
        etag: '',
        rank: null,
        ask: null,
        reply,
        otherLanguage: false,
      };
      for (const markdown of [reply.markdown, ...reply.alternatives, rules.toPrivate ?? '']) {
        const made = composeOffer(offer, markdown, { channel, variables: VARIABLES, strings: en, said: [] });
        const values = privateValues(made.text, { rules, variables: VARIABLES, lang: text.lang, published: markdown });
        const away = text.handling === 'hand-over' ? null : sendsAway(made.text, text.lang);
        if (values.length > 0 || away) found.push(`${text.path} ${channel}: ${values.join(', ')} ${away ?? ''}`);
      }
    }
  }
  expect(found).toEqual([]);
});
