import type { Lang } from '../domain/language.ts';
import type { PublicAnswer } from './public-answers.ts';

export interface PagesInput {
  answers: PublicAnswer[];
  /** The company, as it calls itself. */
  name: string;
  /** Its languages by code, each with its own name, in order. */
  languages: Record<Lang, { name: string }>;
  /** Where the pages will stand, with a slash at the end; null = not known, and addresses stay relative. */
  base: string | null;
  renderHtml: (markdown: string) => string;
}

const WORDS: Record<string, { all: string; languages: string }> = {
  sv: { all: 'Alla frågor', languages: 'Andra språk' },
  nb: { all: 'Alle spørsmål', languages: 'Andre språk' },
  da: { all: 'Alle spørgsmål', languages: 'Andre sprog' },
  fi: { all: 'Kaikki kysymykset', languages: 'Muut kielet' },
  el: { all: 'Όλες οι ερωτήσεις', languages: 'Άλλες γλώσσες' },
  en: { all: 'All questions', languages: 'Other languages' },
};
const DESCRIPTION = 155;
const STYLE =
  'body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1.5rem;color:#1a1a1a;background:#fff}' +
  'h1{line-height:1.25;font-size:1.75rem}a{color:#0b4f9e}nav ul{padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}' +
  'header{margin-bottom:1rem;font-weight:600}header a{color:inherit;text-decoration:none}li{margin:.35rem 0}main{overflow-wrap:anywhere}@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#8ec1ff}}';

/** Static pages by path: a list for each language, and a page for each answer with FAQPage JSON-LD (schema.org). */
export function publicPages(input: PagesInput): Map<string, string> {
  const pages = new Map<string, string>();
  const langs = Object.keys(input.languages).filter((lang) => input.answers.some((answer) => answer.lang === lang));
  for (const answer of input.answers) {
    const others = langs.filter((lang) => input.answers.some((one) => one.id === answer.id && one.lang === lang));
    pages.set(`${answer.lang}/${answer.id}.html`, answerPage(answer, others, input));
  }
  for (const lang of langs) pages.set(`${lang}/index.html`, listPage(lang, langs, input));
  pages.set('index.html', frontPage(langs, input));
  return pages;
}

function answerPage(answer: PublicAnswer, langs: Lang[], input: PagesInput): string {
  const html = input.renderHtml(answer.markdown);
  const question = { '@type': 'Question', name: answer.title, acceptedAnswer: { '@type': 'Answer', text: html } };
  const data = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: answer.lang,
    mainEntity: [question],
  };
  const words = wordsOf(answer.lang);
  return page(answer.lang, `${answer.title} – ${input.name}`, {
    name: input.name,
    head: [
      `<meta name="description" content="${escaped(beginningOf(html))}">`,
      ...alternates(answer.lang, langs, `${answer.id}.html`, input.base),
      // No "<" of an answer may end the script.
      `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
    ],
    body:
      `<nav aria-label="${escaped(words.all)}"><a href="index.html">${escaped(words.all)}</a></nav>\n` +
      `<main>\n<h1>${escaped(answer.title)}</h1>\n${html}\n</main>\n${languageLinks(answer.lang, langs, `${answer.id}.html`, input)}`,
  });
}

function listPage(lang: Lang, langs: Lang[], input: PagesInput): string {
  const own = input.answers.filter((answer) => answer.lang === lang);
  const items = own
    .sort((a, b) => a.title.localeCompare(b.title, lang))
    .map(({ id, title }) => `<li><a href="${id}.html">${escaped(title)}</a></li>`);
  const heading = wordsOf(lang).all;
  return page(lang, `${heading} – ${input.name}`, {
    name: input.name,
    head: alternates(lang, langs, 'index.html', input.base),
    body: `<main>\n<h1>${escaped(heading)}</h1>\n<ul>\n${items.join('\n')}\n</ul>\n</main>\n${languageLinks(lang, langs, 'index.html', input)}`,
  });
}

function frontPage(langs: Lang[], { name, languages }: PagesInput): string {
  const items = langs.map(
    (lang) =>
      `<li><a href="${lang}/index.html" lang="${lang}" hreflang="${lang}">${escaped(languages[lang]?.name ?? lang)}</a></li>`,
  );
  const body = `<main>\n<h1>${escaped(name)}</h1>\n<ul>\n${items.join('\n')}\n</ul>\n</main>`;
  return page(langs[0] ?? 'en', name, { name: null, head: [], body });
}

/** What a list of found pages shows of it: whole words of its beginning. */
function beginningOf(html: string): string {
  const words = html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#x?[0-9a-f]+|[a-z]+);/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= DESCRIPTION ? words : `${words.slice(0, DESCRIPTION).replace(/\s+\S*$/, '')} …`;
}

/** `name`: the company's, which leads to the languages; null where that is the page. */
function page(
  lang: Lang,
  title: string,
  { name, head, body }: { name: string | null; head: string[]; body: string },
): string {
  return [
    `<!doctype html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    ...head,
    `</head>\n<body>\n${name === null ? '' : `<header><a href="../index.html">${escaped(name)}</a></header>\n`}${body}\n</body>\n</html>\n`,
  ].join('\n');
}

function alternates(lang: Lang, langs: Lang[], file: string, base: string | null): string[] {
  const at = (other: Lang) => (base === null ? `../${other}/${file}` : `${base}${other}/${file}`);
  const links = langs.map((other) => `<link rel="alternate" hreflang="${other}" href="${escaped(at(other))}">`);
  return base === null ? links : [`<link rel="canonical" href="${escaped(at(lang))}">`, ...links];
}

function languageLinks(lang: Lang, langs: Lang[], file: string, { languages }: PagesInput): string {
  const others = langs.filter((other) => other !== lang);
  if (others.length === 0) return '';
  const items = others.map(
    (other) =>
      `<li><a href="../${other}/${file}" lang="${other}" hreflang="${other}">${escaped(languages[other]?.name ?? other)}</a></li>`,
  );
  return `<nav aria-label="${escaped(wordsOf(lang).languages)}"><ul>${items.join('')}</ul></nav>`;
}

function wordsOf(lang: Lang) {
  return WORDS[lang] ?? { all: 'All questions', languages: 'Other languages' };
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
