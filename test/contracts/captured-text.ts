import type { NewText } from '../../server/ports/article-writer.ts';

/** A case as it is captured, large enough that writing it takes a while. */
export function captured(id: string, more: Partial<NewText> = {}): NewText {
  return {
    id,
    lang: 'en',
    kind: 'case',
    title: 'The umbrella was left on board',
    state: 'not-validated',
    audience: 'internal',
    governance: 'experience',
    markets: null,
    tags: [],
    questions: ['Where is my umbrella?'],
    source: { system: 'erfara' },
    sections: [{ name: 'resolution', heading: 'Resolution', markdown: 'Ask the ground crew. '.repeat(1_000).trim() }],
    ...more,
  };
}
