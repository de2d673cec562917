import { sectionsNamed, type Text } from '../../domain/article.ts';
import type { WorkItem } from '../../domain/curation.ts';
import type { LiveBank } from '../live-bank.ts';
import { counted, isLasting, isOfferedState, named } from './about.ts';
import { type TrafficSource, type WorkSource, workId } from './work-source.ts';

/** Used so often in the days that traffic counts. */
const USED = 3;
/** Letters and digits: no answer with a next step in it is shorter. The shortest of our own has 150. */
const SHORT = 40;
const HARMED = 0.3;

/** Answers that are used and too short to answer anything. */
export function thinAnswers({ bank, traffic }: { bank: () => LiveBank; traffic: TrafficSource }): WorkSource {
  return async (ctx) => {
    const texts = bank().articles.flatMap((article) => article.texts);
    const thin = texts.filter((text) => isLasting(text) && isOfferedState(text) && answerLength(text) < SHORT);
    if (thin.length === 0) return [];
    const { uses, usesAWeek, days } = await traffic(ctx);
    return thin
      .filter(({ id, lang }) => uses(id, lang) >= USED)
      .map((text): WorkItem => {
        const { id, lang, owner, verifiedAt } = text;
        return {
          id: workId('thin', id, lang),
          kind: 'thin',
          weight: usesAWeek(id, lang) * HARMED,
          articles: [named(text)],
          owner,
          languages: [lang],
          since: verifiedAt ?? ctx.now.toISOString().slice(0, 10),
          evidence: [counted('characters', answerLength(text), null), counted('uses', uses(id, lang), days)],
          action: 'edit',
        };
      });
  };
}

/** The longest of what could be sent; a procedure that nobody sends is as long as its steps. */
function answerLength(text: Text): number {
  const sections = [
    ...sectionsNamed(text, 'reply'),
    ...sectionsNamed(text, 'resolution'),
    ...sectionsNamed(text, 'hand-over'),
  ];
  return Math.max(0, ...sections.map(({ markdown }) => markdown.replace(/[^\p{L}\p{N}]/gu, '').length));
}
