import type { ArticleOutput, Reply, SearchOutput, Suggestion, SuggestOutput } from '../../server/http/contract.ts';

export function reply(changes: Partial<Reply> = {}): Reply {
  return {
    lang: 'sv',
    channel: 'facebook-comment',
    alternatives: ['Du väljer själv: ny avgång eller pengarna.'],
    markdown: 'Du får tillbaka **allt** inom 7 dagar. Välj på https://nordbris.example/refund.',
    greeting: 'Hej {name}!',
    greetingNoName: 'Hej!',
    signOff: '/{agent}',
    variables: [],
    unit: 'chars',
    good: 400,
    limit: 8000,
    stale: false,
    ...changes,
  };
}

export function suggestion(
  id: string,
  changes: Omit<Partial<Suggestion>, 'article'> & { article?: Partial<Suggestion['article']> } = {},
): Suggestion {
  const { article, ...others } = changes;
  return {
    ask: 'a1',
    rank: 1,
    relevance: 0.93,
    why: [
      {
        kind: 'question',
        lang: 'sv',
        text: 'pengarna tillbaka efter inställd resa???',
        highlights: [
          [0, 8],
          [24, 32],
        ],
      },
    ],
    reply: reply(),
    replyFallback: null,
    ...others,
    article: {
      id,
      lang: 'sv',
      etag: 'e'.repeat(64),
      title: `Återbetalning när flyget ställts in (${id})`,
      kind: 'faq',
      state: 'validated',
      audience: 'public',
      verifiedAt: '2026-11-02',
      languages: ['sv', 'en'],
      mandate: 'Upp till 500 kr; däröver skiftledaren.',
      handOver: null,
      alreadySent: false,
      incident: false,
      ...article,
    },
  };
}

export function answer(changes: Partial<SuggestOutput> = {}): SuggestOutput {
  return {
    requestId: 'r1',
    query: { lang: 'sv', langConfidence: 0.98, asks: [{ id: 'a1', text: 'pengarna', span: [0, 8] }] },
    incidents: [],
    suggestions: [suggestion('refund'), suggestion('delay', { rank: 2 })],
    abstentions: [],
    mode: 'hybrid',
    degraded: null,
    history: [],
    index: { version: 1, embedding: 'e', analysis: 'a' },
    length: { unit: 'chars', good: 400, limit: 8000 },
    ...changes,
  };
}

export function abstaining(reason: SuggestOutput['abstentions'][number]['reason']): SuggestOutput {
  const nearest = { id: 'delay', title: 'Ersättning vid försening', relevance: 0.41 };
  return answer({
    suggestions: [],
    abstentions: [{ ask: 'a1', reason, ...(reason === 'below-bar' ? { nearest, bar: 0.5 } : {}) }],
  });
}

const HARMFUL =
  '<p onclick="alert(1)">Du får tillbaka <strong>allt</strong> på <a href="https://nordbris.example/refund">sidan</a> och <a href="javascript:alert(1)">inte här</a>.</p><script>window.harmed = true</script><img src="x" onerror="window.harmed = true" alt="en bild">';

const section = (name: string, heading: string, markdown: string, html: string) => ({
  name,
  channel: null,
  alternative: 1,
  heading,
  markdown,
  html,
});

/** An article; the one with the id `harmful` brings HTML that no server should send. */
export function article(id: string): ArticleOutput {
  return {
    id,
    kind: 'faq',
    audience: 'public',
    governance: 'experience',
    handling: 'answer',
    markets: null,
    owner: 'resor',
    tags: ['refund'],
    redirectedFrom: null,
    uses: 14,
    texts: [
      {
        lang: 'sv',
        title: 'Återbetalning när flyget ställts in',
        state: 'validated',
        verifiedAt: '2026-11-02',
        etag: 'e'.repeat(64),
        questions: ['Flyget blev inställt, hur får jag pengarna?', 'pengarna tillbaka efter inställd resa???'],
        sections: [
          section('issue', 'Kundens fråga', 'Vi har ställt in flyget.', '<p>Vi har ställt in flyget.</p>'),
          section(
            'reply',
            'Svar',
            'Du får tillbaka allt.',
            id === 'harmful' ? HARMFUL : '<p>Du får tillbaka <strong>allt</strong>.</p>',
          ),
          section('mandate', 'Befogenheter', 'Upp till 500 kr.', '<p>Upp till 500 kr.</p>'),
        ],
      },
      {
        lang: 'en',
        title: 'Refund when the flight is cancelled',
        state: 'validated',
        verifiedAt: '2026-11-02',
        etag: 'f'.repeat(64),
        questions: ['How do I get my money back?', 'money back after cancelled trip'],
        sections: [section('reply', 'Reply', 'You get everything back.', '<p>You get everything back.</p>')],
      },
    ],
    replies: [
      reply(),
      reply({ lang: 'en', markdown: 'You get everything back.', greeting: 'Hi {name},', signOff: '– {agent}' }),
    ],
  };
}

export function searched(): SearchOutput {
  const one = (id: string, title: string) => ({
    id,
    lang: 'sv',
    title,
    kind: 'faq' as const,
    state: 'validated' as const,
    audience: 'public' as const,
    tags: [],
    languages: ['sv', 'en'],
    verifiedAt: '2026-11-02',
    relevance: 0.8,
    why: [{ kind: 'title' as const, lang: 'sv', text: title, highlights: [] }],
  });
  return {
    requestId: 's1',
    results: [one('baggage', 'Så mycket bagage ingår'), one('refund', 'Återbetalning')],
    total: 2,
    next: null,
    mode: 'hybrid',
  };
}
