import type { SectionName } from '../domain/article.ts';
import type { CaptureDraft, CaptureInput } from '../domain/capture.ts';
import type { Lang } from '../domain/language.ts';
import type { NewText } from '../ports/article-writer.ts';
import { fieldWords } from './draft-case.ts';
import type { LiveBank } from './live-bank.ts';

const ENGLISH: Partial<Record<SectionName, string>> = { issue: 'Issue', resolution: 'Resolution', reply: 'Reply' };

/** A captured case as a text: seen by colleagues alone, and unchecked until somebody checks it. */
export function newCase(
  id: string,
  input: CaptureInput,
  draft: CaptureDraft,
  { bank, at }: { bank: LiveBank; at: Date },
): NewText {
  const { system = 'erfara', ref, url } = input.source ?? {};
  const heading = (name: SectionName) => ({ name, heading: headingIn(bank, input.lang, name) });
  const sections = [
    { ...heading('issue'), markdown: draft.question },
    { ...heading('resolution'), markdown: draft.solution },
    { ...heading('reply'), markdown: draft.reply ?? '' },
  ];
  return {
    id,
    lang: input.lang,
    kind: 'case',
    title: draft.title,
    state: 'not-validated',
    audience: 'internal',
    governance: 'experience',
    markets: input.market ? [input.market] : null,
    tags: [...new Set(input.tags ?? [])],
    questions: [fieldWords(draft.question)],
    source: {
      system,
      ...(ref === undefined ? {} : { ref }),
      ...(url === undefined ? {} : { url }),
      ...(input.channel === undefined ? {} : { channel: input.channel }),
      at: at.toISOString(),
    },
    sections: sections.filter(({ markdown }) => markdown !== ''),
  };
}

/** The heading that most of the bank's texts in this language have, so that a new text looks like its neighbours. */
export function headingIn(bank: Pick<LiveBank, 'articles'>, lang: Lang, name: SectionName): string {
  const counts = new Map<string, number>();
  for (const article of bank.articles) {
    for (const text of article.texts) {
      if (text.lang !== lang) continue;
      for (const section of text.sections) {
        const plain = section.name === name && section.channel === null && section.alternative === 1;
        if (plain && section.heading !== '') counts.set(section.heading, (counts.get(section.heading) ?? 0) + 1);
      }
    }
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
  return most?.[0] ?? ENGLISH[name] ?? name;
}
