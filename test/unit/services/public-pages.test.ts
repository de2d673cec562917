import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeExport } from '../../../server/content/export-folder.ts';
import { FileArticleStore } from '../../../server/content/file-article-store.ts';
import { renderHtml } from '../../../server/content/render-html.ts';
import type { Article, Section, Text } from '../../../server/domain/article.ts';
import type { Bank } from '../../../server/ports/article-store.ts';
import { projectRoot } from '../../../server/project-root.ts';
import { publicAnswers } from '../../../server/services/public-answers.ts';
import { publicPages } from '../../../server/services/public-pages.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const real = await new FileArticleStore(join(projectRoot(), 'content')).load();
const build = (bank: Bank, base: string | null = null) => {
  const { answers } = publicAnswers(bank, { now: NOW, market: null });
  return publicPages({ answers, name: bank.settings.name, languages: bank.settings.languages, base, renderHtml });
};
const withTexts = (...texts: Partial<Text>[]): Bank => {
  const articles = texts.map((more, i): Article => {
    const first = real.articles.find((article) => article.texts[0]?.audience === 'public')?.texts[0] as Text;
    const text: Text = { ...first, id: `a${i}`, state: 'validated', lang: 'en', markets: null, ...more };
    return { id: text.id, texts: [text] };
  });
  return { ...real, articles };
};
const reply = (markdown: string): Section[] => [
  { name: 'reply', channel: null, alternative: 1, heading: 'Reply', markdown, line: 1 },
  { name: 'mandate', channel: null, alternative: 1, heading: 'Mandate', markdown: 'Up to 500 secretly.', line: 3 },
];

describe('The public pages', () => {
  it('say on top whose they are, and how they begin where they are found', () => {
    const page =
      build(
        withTexts({ title: 'Bag', sections: reply(`A "bag" costs <b>450</b> kr. ${'More words. '.repeat(30)}`) }),
      ).get('en/a0.html') ?? '';
    expect(page).toContain('<header><a href="../index.html">Nordbris</a></header>');
    const said = /<meta name="description" content="([^"]*)">/.exec(page)?.[1] ?? '';
    expect(said).toMatch(/^A .*bag.* costs .*450.* kr\. More words\..* …$/);
    expect(said.length).toBeLessThan(170);
  });

  it('hold no sentence of the bank that is not written for everybody', () => {
    const pages = [...build(real).values()].join('\n').replace(/\s+/g, ' ');
    const sentences = (markdown: string) =>
      renderHtml(markdown)
        .replace(/<[^>]+>/g, '\n')
        .split(/(?<=[.!?;])\s+|\n+/)
        .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
        .filter((sentence) => sentence.length > 24);
    const isShown = (text: Text, section: Section) =>
      text.audience === 'public' && section.name === 'reply' && section.channel === null && section.alternative === 1;
    const sections = real.articles.flatMap(({ texts }) =>
      texts.flatMap((text) => text.sections.map((section) => ({ text, section }))),
    );
    const open = sections
      .filter(({ text, section }) => isShown(text, section))
      .flatMap(({ section }) => sentences(section.markdown))
      .join(' ');
    const hidden = sections
      .filter(({ text, section }) => !isShown(text, section))
      .flatMap(({ section }) => sentences(section.markdown))
      .filter((sentence) => !open.includes(sentence));
    expect(hidden.length).toBeGreaterThan(5_000);
    expect(hidden.filter((sentence) => pages.includes(sentence))).toEqual([]);
    const titles = real.articles.flatMap(({ texts }) =>
      texts.filter(({ audience }) => audience !== 'public').map(({ title }) => title),
    );
    expect(titles.length).toBeGreaterThan(10);
    expect(titles.filter((title) => pages.includes(title))).toEqual([]);
    const questions = real.articles
      .flatMap(({ texts }) => texts.flatMap((text) => text.questions))
      .filter((line) => line.length > 40);
    const publicTitles = new Set(real.articles.flatMap(({ texts }) => texts.map(({ title }) => title)));
    expect(questions.filter((line) => !publicTitles.has(line) && pages.includes(line))).toEqual([]);
  });

  it('have every public answer of the bank in FAQPage data that can be read', () => {
    const pages = build(real);
    expect(pages.size).toBeGreaterThan(200);
    for (const [path, html] of pages) {
      if (path.endsWith('index.html')) continue;
      const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}');
      expect(data).toMatchObject({ '@type': 'FAQPage', mainEntity: [{ '@type': 'Question' }] });
      expect(data.mainEntity[0].acceptedAnswer.text.length, path).toBeGreaterThan(10);
      expect(html, path).not.toContain('{{');
    }
  });

  it('name their language, one heading, and the same answer in other languages', () => {
    const pages = build(real, 'https://faq.example/');
    const html = pages.get('sv/newsletter-unsubscribe.html') ?? '';
    expect(html).toMatch(/<html lang="sv">/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<link rel="canonical" href="https://faq.example/sv/newsletter-unsubscribe.html">');
    for (const [, lang] of html.matchAll(/rel="alternate" hreflang="(\w+)"/g)) {
      expect(pages.has(`${lang}/newsletter-unsubscribe.html`)).toBe(true);
    }
  });

  it('leave out what is unchecked, not public, over, or needs a name filled in', () => {
    const bank = withTexts(
      { sections: reply('Open to all of you.') },
      { audience: 'customer', sections: reply('Customers alone.') },
      { state: 'not-validated', sections: reply('Unchecked words.') },
      { state: 'archived', sections: reply('Archived words.') },
      { validUntil: '2026-11-01T00:00:00Z', sections: reply('Over by now.') },
      { handling: 'hand-over', sections: reply('Handed over.') },
      { sections: reply('Hello {{customer.first_name}}, welcome.') },
    );
    const html = [...build(bank).values()].join('\n');
    expect(html).toContain('Open to all of you.');
    expect(html).not.toMatch(/Customers alone|Unchecked|Archived|Over by now|Handed over|first_name|secretly/);
    expect(publicAnswers(bank, { now: NOW, market: null }).left).toMatchObject([
      { reason: expect.stringContaining('first_name') },
    ]);
  });

  it('leave out an article of which one text is not public', () => {
    const bank = withTexts({ sections: reply('Open in English.') });
    const [article] = bank.articles;
    const [text] = article?.texts ?? [];
    if (article && text) article.texts = [text, { ...text, lang: 'sv', audience: 'internal' }];
    expect([...build(bank).values()].join('')).not.toContain('Open in English.');
  });

  it('let no answer end its script or write markup into its title', () => {
    const bank = withTexts({ title: 'A <b>"bold"</b> one', sections: reply('Text `</script><script>x()` end.') });
    const html = build(bank).get('en/a0.html') ?? '';
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<h1>A &#60;b&#62;&#34;bold&#34;&#60;/b&#62; one</h1>');
  });
});

describe('An export to a folder', () => {
  it('takes the place of the last one, and never of other files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'erfara-export-'));
    try {
      const to = join(folder, 'out');
      writeExport(to, new Map([['sv/old.html', 'x']]));
      writeExport(to, new Map([['sv/new.html', 'x']]));
      expect([existsSync(join(to, 'sv/old.html')), existsSync(join(to, 'sv/new.html'))]).toEqual([false, true]);
      mkdirSync(join(folder, 'mine'));
      writeFileSync(join(folder, 'mine', 'thesis.txt'), 'x');
      expect(() => writeExport(join(folder, 'mine'), new Map())).toThrow();
      expect(existsSync(join(folder, 'mine', 'thesis.txt'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
