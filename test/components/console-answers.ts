import type {
  Gap,
  GapsOutput,
  HealthOutput,
  IncidentState,
  IncidentsOutput,
  InsightsOutput,
  WorkItem,
} from '../../server/http/contract.ts';

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const refund = { id: 'refund', lang: 'sv', title: 'Återbetalning' };
const bag = { id: 'bag-fee', lang: 'sv', title: 'Avgift för extra väska' };

function item(kind: WorkItem['kind'], action: WorkItem['action'], more: Partial<WorkItem> = {}): WorkItem {
  return {
    ...{ id: kind, kind, weight: 12, articles: [refund], owner: 'resor', languages: ['sv'], since: ago(3), action },
    evidence: [{ kind: 'count', of: 'uses', value: 14, days: 30 }],
    ...more,
  };
}

/** A queue with an item of each sort of evidence. */
export const work = (): HealthOutput => ({
  requestId: 'h1',
  items: [
    item('gap', 'write', {
      articles: [],
      evidence: [
        { kind: 'count', of: 'asked', value: 14, days: 7 },
        { kind: 'words', from: 'customer', text: 'kan jag ta med hunden?', lang: 'sv' },
      ],
    }),
    item('contradiction', 'edit', {
      articles: [refund, bag],
      evidence: [
        { kind: 'side', article: refund, text: 'Pengarna kommer inom sju dagar.' },
        { kind: 'side', article: bag, text: 'Pengarna kommer inom trettio dagar.' },
        { kind: 'words', from: 'rule', text: '7 ≠ 30', lang: null },
      ],
    }),
    item('rewrite', 'edit', {
      evidence: [
        {
          kind: 'diff',
          diff: [
            { kind: 'removed', line: 1, lines: ['Pengarna kommer inom sju dagar.'] },
            { kind: 'added', line: 1, lines: ['Pengarna kommer inom fem dagar.'] },
          ],
        },
      ],
    }),
    item('duplicate', 'merge', { articles: [bag, refund] }),
    item('flag', 'answer', {
      evidence: [{ kind: 'words', from: 'agent', text: 'Det är fjorton dagar nu.', lang: 'sv' }],
    }),
    item('unused', 'archive', { weight: 0 }),
    item('stale', 'confirm'),
    item('translation-missing', 'translate', { languages: ['el'] }),
  ],
  counts: [
    { kind: 'gap', count: 1 },
    { kind: 'contradiction', count: 1 },
  ],
});

const gap: Gap = {
  ...{ id: 'g1', name: 'kan jag ta med hunden?', state: 'open', count: 14, cases: 9, trend: [0, 1, 2, 3, 8] },
  ...{ languages: ['sv', 'nb'], channels: ['facebook-comment', 'email'], firstAt: ago(20), lastAt: ago(0) },
  phrasings: ['kan jag ta med hunden?', 'får hund åka med på flyget'],
  nearest: bag,
  sent: [{ lang: 'sv', markdown: 'Hunden får följa med i kabinen.', count: 4 }],
};

export const gaps = (): GapsOutput => ({ requestId: 'g', gaps: [gap], from: 3 });

export const running: IncidentState = {
  ...{ id: 'storm', template: 'template-storm', state: 'running', from: ago(0), approvedBy: 'Maja Lind' },
  ...{ until: new Date(Date.now() + 2 * 3_600_000).toISOString(), markets: null, supersedes: ['refund'] },
  line: { sv: 'Storm: färjorna är inställda', en: 'Storm: the ferries are cancelled' },
  answers: [{ id: 'storm-refund', title: 'Refund because of the storm', languages: ['sv', 'en'], missing: ['el'] }],
  raisedBy: 'Maja Lind',
  ending: 30,
  log: [{ at: ago(0), by: 'Maja Lind', what: 'Raised until 18:00', kind: 'raised' }],
};

export const incidents = (more: Partial<IncidentsOutput> = {}): IncidentsOutput => ({
  requestId: 'i',
  incidents: [running],
  templates: [
    { id: 'template-storm', title: 'Storm: ferries cancelled', languages: ['sv', 'en'], missing: ['el'] },
    { id: 'template-outage', title: 'Payment does not work', languages: ['sv', 'en', 'el'], missing: [] },
  ],
  surges: [
    {
      ...{ id: 's1', name: 'var är min färja', phrasings: [], languages: ['sv'], channels: ['chat'], markets: ['se'] },
      ...{ from: ago(0), lastAt: ago(0), cases: 21, count: 25, usual: 2 },
      template: { id: 'template-storm', title: 'Storm: ferries cancelled' },
    },
  ],
  ...more,
});

const STEPS = Array.from({ length: 8 }, (_, i) => ago(7 * (8 - i)).slice(0, 10));

export const insights = (): InsightsOutput => ({
  requestId: 'in',
  steps: STEPS,
  insights: [
    {
      name: 'answered-share',
      unit: 'share',
      series: [{ of: '', points: [0.5, 0.55, null, 0.6, 0.62, 0.7, 0.71, 0.74] }],
    },
    {
      name: 'coverage-by-language',
      unit: 'share',
      series: [
        { of: 'sv', points: [0.8, 0.8, 0.82, 0.81, 0.84, 0.85, 0.86, 0.9] },
        { of: 'en', points: [0.4, 0.45, 0.44, 0.5, 0.52, 0.6, 0.61, 0.62] },
      ],
    },
    { name: 'rating', unit: 'rating', series: [{ of: '', points: STEPS.map(() => null) }] },
  ],
  changes: [{ at: ago(20), article: refund, message: 'Seven days, not ten', effect: { before: 0.4, after: 0.9 } }],
  causes: [
    {
      ...{ owner: 'revenue-accounting', article: refund, told: '2026-09-01', accepted: '2026-09-10', fixed: null },
      points: [5, 6, 8, 9, 7, 6, null, 5],
    },
  ],
});
