import type { SectionName } from '../../domain/article.ts';
import type { GapDraftInput } from '../../domain/curation.ts';
import type { Lang } from '../../domain/language.ts';
import type { Ctx } from '../../domain/principal.ts';
import { readableId } from '../../domain/readable-id.ts';
import type { Draft } from '../../domain/saving.ts';
import type { NewText } from '../../ports/article-writer.ts';
import { draftCase, fieldWords } from '../draft-case.ts';
import { type DraftDeps, keepDraft } from '../drafts.ts';
import { headingIn } from '../new-case.ts';
import { requireInside, requireScope } from '../scope.ts';
import type { FindGaps, FoundGap } from './find-gaps.ts';
import { gapNamed } from './settle-gap.ts';

const MOST_QUESTIONS = 12;
const LONGEST_QUESTION = 300;

export interface DraftGapDeps extends DraftDeps {
  gaps: FindGaps;
  /** A new text as the words of its file. */
  markdownOf: (text: NewText, path: string, headings: Record<string, SectionName>) => string;
  redact: (text: string) => string;
}

/**
 * Begins the article that a gap lacks: a draft of the editor's own, with the phrasings as its questions and the Reply that
 * agents sent most. Begun before, it is the draft as it stands now.
 */
export function draftGap(deps: DraftGapDeps) {
  const keep = keepDraft(deps);
  return async ({ id, lang }: GapDraftInput & { id: string }, ctx: Ctx): Promise<Draft> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const gap = await gapNamed(id, deps.gaps, ctx);
    const text = textOf(gap, lang ?? langOf(gap, deps), deps);
    const own = deps.author(ctx.principal.id);
    const begun = (await deps.drafts.list()).find(
      (draft) => draft.author === own && draft.id.endsWith(`-${shortId(gap)}`) && draft.lang === text.lang,
    );
    if (begun) {
      const { author: _, ...draft } = begun;
      return { ...draft, mine: true };
    }
    const { settings } = deps.bank();
    const markdown = deps.markdownOf(text, `articles/${text.id}.${text.lang}.md`, settings.headings);
    const reply = text.sections.some(({ name, markdown: words }) => name === 'reply' && words !== '');
    const rest = reply ? '' : `\n## ${headingIn(deps.bank(), text.lang, 'reply')}\n`;
    return keep({ id: text.id, lang: text.lang, markdown: markdown + rest, base: null }, ctx);
  };
}

/** The language in which most was sent, or else asked, of those that the bank writes. */
function langOf({ sent, languages }: FoundGap, { bank }: DraftGapDeps): Lang {
  const known = Object.keys(bank().settings.languages);
  const wanted = [...sent.map(({ lang }) => lang), ...languages].find((lang) => known.includes(lang));
  return wanted ?? known[0] ?? 'en';
}

function textOf(gap: FoundGap, lang: Lang, { bank, redact }: DraftGapDeps): NewText {
  const own = gap.asked.filter((one) => one.lang === lang).map(({ text }) => text);
  const question = own[0] ?? gap.name;
  const reply = gap.sent.find((one) => one.lang === lang)?.markdown;
  const { title, ...draft } = draftCase(
    { lang, question, solution: '', ...(reply ? { reply } : {}) },
    { bank: bank(), redact },
  );
  const heading = (name: SectionName) => ({ name, heading: headingIn(bank(), lang, name) });
  const questions = own.map((text) => fieldWords(text)).filter((text) => text.length <= LONGEST_QUESTION);
  return {
    id: readableId(title, shortId(gap)),
    lang,
    kind: 'faq',
    title,
    state: 'not-validated',
    audience: 'internal',
    governance: 'experience',
    markets: gap.market === null ? null : [gap.market],
    tags: [],
    questions: [...new Set(questions)].slice(0, MOST_QUESTIONS),
    source: { system: 'erfara', ref: `gap ${gap.id}` },
    sections: [
      { ...heading('issue'), markdown: draft.question },
      { ...heading('reply'), markdown: draft.reply ?? '' },
    ],
  };
}

/** Ends the article's id, so that what was begun is found again under whatever title. */
function shortId({ id }: FoundGap): string {
  return id.slice(0, 8);
}
