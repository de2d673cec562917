import { expect, it } from 'vitest';
import type { InsightsOutput } from '../../../../server/domain/curation.ts';
import { insightsCsv } from '../../../../server/services/insights/insights-csv.ts';
import { reportOf } from '../../../../server/services/insights/monthly-report.ts';

const bag = { id: 'bag', lang: 'sv', title: 'Extra bag' };
const output: InsightsOutput = {
  requestId: 'r',
  steps: ['2026-10-01', '2026-11-01'],
  insights: [
    { name: 'questions', unit: 'count', series: [{ of: '', points: [800, 1_000] }] },
    { name: 'answered-share', unit: 'share', series: [{ of: '', points: [null, 0.846] }] },
    {
      name: 'time-to-reply',
      unit: 'seconds',
      series: [
        { of: 'with-suggestion', points: [900, 600] },
        { of: 'without-suggestion', points: [4_000, 4_200] },
      ],
    },
    { name: 'top-questions', unit: 'count', series: [{ of: 'bag', title: 'Extra bag', points: [12, 40] }] },
  ],
  changes: [],
  causes: [
    {
      owner: 'traffic',
      article: bag,
      told: '2026-10-02',
      accepted: '2026-10-09',
      fixed: '2026-11-03',
      points: [80, 12],
    },
    { owner: '=cmd', article: bag, told: null, accepted: null, fixed: null, points: [null, null] },
  ],
};

it('tells a month beside the one before, and what may not be told as too few', () => {
  const page = reportOf(output, { month: '2026-11', name: 'Nordbris', lang: 'en' });
  expect(page).toContain('| Questions | 1,000 | 800 |');
  expect(page).toContain('| Answered share | 85% | too few |');
  expect(page).toContain('| Time to reply, without | 70 min | 67 min |');
  expect(page).toContain('**60 min sooner**');
  expect(page).toContain('- Extra bag: 40 questions');
  expect(page).toContain('- **traffic** – Extra bag: 12 cases (80 the month before). Fixed on November 3, 2026.');
  expect(page).toContain('Nobody has been told yet.');
  expect(page.split('\n').length).toBeLessThan(45);
});

it.each([
  ['sv', 'november 2026', 'Det företaget kan få slut på', 'Åtgärdat 3 november 2026.'],
  ['nb', 'november 2026', 'Det selskapet kan få slutt på', 'Rettet 3. november 2026.'],
  ['da', 'november 2026', 'Det virksomheden kan gøre en ende på', 'Rettet 3. november 2026.'],
  ['fi', 'marraskuu 2026', 'Minkä yritys voi saada loppumaan', 'Korjattu 3. marraskuuta 2026.'],
  ['el', 'Νοέμβριος 2026', 'Τι μπορεί να σταματήσει η εταιρεία', 'Διορθώθηκε στις 3 Νοεμβρίου 2026.'],
])('is written in %s as in English, with every value in its place', (lang, month, heading, became) => {
  const page = reportOf(output, { month: '2026-11', name: 'Nordbris', lang, until: '2026-11-20' });
  for (const words of [month, heading, became]) expect(page).toContain(words);
  expect(page).not.toMatch(/[{}]|too few|median from/);
  const lines = (text: string) => text.split('\n').map((line) => line.replace(/[^|#*-]/g, ''));
  const english = reportOf(output, { month: '2026-11', name: 'Nordbris', lang: 'en', until: '2026-11-20' });
  expect(lines(page).length).toBe(lines(english).length);
});

it('makes a table whose cells are no formulas', () => {
  const table = insightsCsv(output);
  expect(table).toContain('answered-share,share,,2026-10-01,\r\n');
  expect(table).toContain('answered-share,share,,2026-11-01,0.846\r\n');
  expect(table).toContain('cause,count,traffic: Extra bag,2026-11-01,12\r\n');
  expect(table).toContain("'=cmd: Extra bag");
});
