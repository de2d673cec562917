import type { WorkItem } from '../../domain/curation.ts';
import type { listDrafts } from '../drafts.ts';
import type { LiveBank } from '../live-bank.ts';
import { byRule, named } from './about.ts';
import { type TrafficSource, type WorkSource, workId } from './work-source.ts';

const DAY_MS = 86_400_000;
/** An editor who has just closed a tab comes back by himself. */
const LEFT_FOR = 1;
/** A change that somebody thought worth proposing helps some of those who get the answer. */
const HARMED = { proposal: 0.3, own: 0.1 };
const UNMET = { proposal: 0.9, own: 0.3 };

export interface DraftsWaitingDeps {
  bank: () => LiveBank;
  drafts: ReturnType<typeof listDrafts>;
  traffic: TrafficSource;
}

/** Proposals that wait for the caller, who alone may publish them, and the caller's own drafts from before today. */
export function draftsWaiting({ bank, drafts, traffic }: DraftsWaitingDeps): WorkSource {
  return async (ctx) => {
    const all = (await drafts(ctx)).drafts;
    const old = ctx.now.getTime() - LEFT_FOR * DAY_MS;
    const waiting = all.filter(({ proposal, mine, at }) => (proposal && !mine) || (mine && Date.parse(at) < old));
    if (waiting.length === 0) return [];
    const { usesAWeek } = await traffic(ctx);
    return waiting.map(({ id, lang, at, by, proposal, mine }): WorkItem => {
      const article = bank().byId.get(id);
      const text = article?.texts.find((each) => each.lang === lang) ?? article?.texts[0];
      const kind = proposal && !mine ? 'proposal' : 'own';
      return {
        id: workId('draft', id, lang, kind),
        kind: 'draft',
        weight: UNMET[kind] + usesAWeek(id) * HARMED[kind],
        articles: [text ? { ...named(text), lang } : { id, lang, title: id }],
        owner: text?.owner ?? null,
        languages: [lang],
        since: at,
        evidence: [byRule(by)],
        action: kind === 'proposal' ? 'publish' : 'edit',
      };
    });
  };
}
