import type { WorkItem } from '../../domain/curation.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { LiveBank } from '../live-bank.ts';
import { byRule, counted, named } from './about.ts';
import { type TrafficSource, type WorkSource, workId } from './work-source.ts';

const MOST = 200;
/** Two people said that it is wrong: about half of those who get it. */
const HARMED = 0.5;
const UNMET = 0.9;

export interface DemotedDeps {
  bank: () => LiveBank;
  ledger: Pick<Ledger, 'decisions'>;
  traffic: TrafficSource;
}

/** Texts that lost their mark "checked" by themselves, and that nobody checked since. */
export function demotedTexts({ bank, ledger, traffic }: DemotedDeps): WorkSource {
  return async (ctx) => {
    const decisions = await ledger.decisions({ what: 'demoted', limit: MOST });
    if (decisions.length === 0) return [];
    const { byId } = bank();
    const { uses, usesAWeek, days } = await traffic(ctx);
    return decisions.flatMap(({ article: { id, lang }, at, reason, because }): WorkItem[] => {
      const text = byId.get(id)?.texts.find((each) => each.lang === lang);
      const checkedSince = text?.verifiedAt != null && text.verifiedAt >= at.slice(0, 10);
      if (text?.state !== 'not-validated' || checkedSince) return [];
      return [
        {
          id: workId('demoted', id, lang),
          kind: 'demoted',
          weight: UNMET + usesAWeek(id, lang) * HARMED,
          articles: [named(text)],
          owner: text.owner,
          languages: [lang],
          since: at,
          evidence: [
            because ? counted('people-flagged', because.people, null) : byRule(reason, 'en'),
            counted('uses', uses(id, lang), days),
          ],
          action: 'edit',
        },
      ];
    });
  };
}
