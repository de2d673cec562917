import { stringify } from 'yaml';
import type { DeskSettings } from '../../../server/http/contract.ts';
import { frontMatterOf, setField } from './front-matter.ts';

const LONGEST_ID = 60;
/** Letters that lose more than a mark when they are written in Latin. */
const LETTERS: Record<string, string> = Object.fromEntries(
  'æ:ae ø:o ß:ss α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** An id that a person can read, from a title: lower-case Latin letters and digits with dashes. */
export function idFrom(title: string): string {
  const latin = title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]/g, (letter) => LETTERS[letter] ?? '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return latin.length <= LONGEST_ID ? latin : latin.slice(0, LONGEST_ID + 1).replace(/-[^-]*$/, '');
}

export interface NewText {
  id: string;
  lang: string;
  title: string;
  kind: string;
  owner?: string | null;
  markets?: string[] | null;
  questions?: string[];
  reply?: string;
}

const SECTIONS: [string, string][] = [
  ['issue', 'Issue'],
  ['resolution', 'Resolution'],
  ['reply', 'Reply'],
];

/** A new text, with the headings that the bank's other texts in its language have. Nobody but colleagues sees it yet. */
export function newMarkdown(text: NewText, desk: Pick<DeskSettings, 'headings'>): string {
  const { id, lang, kind, title, owner, markets, questions = [], reply = '' } = text;
  const fields = {
    ...{ schema: 1, id, lang, kind, title, state: 'wip', audience: 'internal', governance: 'experience' },
    ...(markets ? { markets } : {}),
    ...(owner ? { owner } : {}),
  };
  const asked = questions.map((question) => `  - ${JSON.stringify(question)}\n`).join('');
  const body = SECTIONS.map(
    ([name, english]) =>
      `## ${desk.headings[lang]?.[name] ?? english}\n${name === 'reply' && reply ? `${reply}\n` : ''}`,
  );
  return `---\n${stringify(fields, { lineWidth: 0 })}${asked && `questions:\n${asked}`}---\n${body.join('\n')}`;
}

export interface TranslationOf {
  markdown: string;
  lang: string;
  /** Of the source: GET the preview's. */
  hash: string;
}

/** A text in another language: the source's fields and headings, its words left out for somebody to write. */
export function translationMarkdown(source: TranslationOf, to: string, desk: Pick<DeskSettings, 'headings'>): string {
  const matter = frontMatterOf(source.markdown);
  if (!matter?.fields) return source.markdown;
  const set = (text: string, key: string, value: unknown): string => {
    const splice = setField(text, key, value);
    return splice ? text.slice(0, splice.from) + splice.insert + text.slice(splice.to) : text;
  };
  const names = new Map(Object.entries(desk.headings[source.lang] ?? {}).map(([name, heading]) => [heading, name]));
  const headingFor = (heading: string): string => {
    const [words = '', channel] = heading.split(':');
    const name = names.get(words.trim());
    const other = name && desk.headings[to]?.[name];
    return other ? `${other}${channel === undefined ? '' : `:${channel}`}` : heading;
  };
  const headings = [...source.markdown.slice(matter.to).matchAll(/^## +(.+?)\s*$/gm)].map(
    ([, heading = '']) => heading,
  );
  let head = source.markdown.slice(0, matter.to);
  const tail = '---\n';
  for (const [key, value] of [
    ['lang', to],
    ['state', 'not-validated'],
    ['verified_at', undefined],
    ['questions', undefined],
    ['not_for', undefined],
    ['translated_from', { lang: source.lang, hash: source.hash }],
  ] as const)
    head = set(head + tail, key, value).slice(0, -tail.length);
  return `${head}${tail}${headings.map((heading) => `## ${headingFor(heading)}\n\n`).join('')}`;
}
