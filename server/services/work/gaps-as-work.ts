import type { WorkItem } from '../../domain/curation.ts';
import type { FindGaps, FoundGap } from '../gaps/find-gaps.ts';
import { counted } from './about.ts';
import { type WorkSource, workId } from './work-source.ts';

const WEEK_MS = 7 * 86_400_000;
/** Phrasings and replies that are shown. */
const SHOWN = 3;

/** Open gaps as work: each customer who asked got no answer from the bank. */
export function gapsAsWork({ gaps }: { gaps: FindGaps }): WorkSource {
  return async (ctx) => (await gaps(ctx)).filter(({ state }) => state === 'open').map((gap) => itemOf(gap, ctx.now));
}

function itemOf(gap: FoundGap, now: Date): WorkItem {
  const days = Math.max(7, Math.ceil((now.getTime() - Date.parse(gap.firstAt)) / 86_400_000));
  const [lang = null] = gap.languages;
  return {
    id: workId('gap', gap.id),
    kind: 'gap',
    weight: (gap.cases * WEEK_MS) / (days * 86_400_000),
    articles: gap.nearest ? [gap.nearest] : [],
    owner: null,
    languages: gap.languages,
    since: gap.firstAt,
    evidence: [
      {
        kind: 'words',
        from: 'customer',
        text: gap.name,
        lang: gap.asked.find(({ text }) => text === gap.name)?.lang ?? lang,
      },
      counted('cases', gap.cases, days),
      ...gap.asked
        .filter(({ text }) => text !== gap.name)
        .slice(0, SHOWN)
        .map(({ text, lang }) => ({ kind: 'words', from: 'customer', text, lang }) as const),
      ...gap.sent
        .slice(0, SHOWN)
        .map(({ markdown, lang }) => ({ kind: 'words', from: 'agent', text: markdown, lang }) as const),
    ],
    action: 'write',
  };
}
