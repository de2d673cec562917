import { describe, expect, it } from 'vitest';
import { fixFor, offsetOf } from '../../../web-components/console/editor/fixes.ts';
import { startFrom } from '../../../web-components/console/editor/merge-pane.ts';
import { idFrom, newMarkdown, translationMarkdown } from '../../../web-components/console/editor/skeleton.ts';
import { messagesIn } from '../../../web-components/console/editor/try-view.ts';
import { lineDiff, wordDiff } from '../../../web-components/console/room/line-diff.ts';
import { routeOf } from '../../../web-components/console/shell/routes.ts';
import { withChange } from '../../../web-components/console/today/acting.ts';

const problem = (rule: string, message: string, line = 1, column = 1) => ({
  ...{ path: 'x.md', rule, message, line, column, severity: 'warning' as const, fix: '' },
});
const mended = (source: string, ...about: Parameters<typeof problem>) => {
  const fix = fixFor(problem(...about), source);
  return fix && source.slice(0, fix.splice.from) + fix.splice.insert + source.slice(fix.splice.to);
};
const HASH = 'a'.repeat(64);

describe('a quick fix', () => {
  it.each([
    ['greeting-in-body', 'Hej! vi ordnar det.', '"Hej" greets', 'Vi ordnar det.'],
    ['greeting-in-body', 'Hei,\nvi ordner det.', '"Hei" greets', 'Vi ordner det.'],
    ['optional-paragraph', '<!-- valfri -->\nText', 'no mark', '<!-- optional -->\nText'],
    ['personal-data', 'AB-123456 är din.', 'There is a booking number here.', '{{order.number}} är din.'],
    ['stale-translation', `${'b'.repeat(64)}}`, `changed; its hash is now ${HASH}.`, `${HASH}}`],
  ])('%s', (rule, source, message, after) => {
    expect(mended(source, rule, message)).toBe(after);
  });

  it('makes texts agree that do not', () => {
    const source = '---\nid: a\ntags: [x]\n---\n';
    const message = 'tags is ["x"] here and ["x","z"] in articles/a.sv.md.';
    expect(mended(source, 'texts-disagree', message, 3)).toBe('---\nid: a\ntags: [x, z]\n---\n');
  });

  it('is not offered where more than one thing can be meant', () => {
    expect(mended('Anna ringde.', 'personal-data', 'There is a name here.')).toBeNull();
    expect(mended('x', 'dead-link', 'gone')).toBeNull();
  });

  it('stands where a line and a column say, also behind the end', () => {
    expect(offsetOf('ab\ncd\n', { line: 2, column: 2 })).toBe(4);
    expect(offsetOf('ab', { line: 9, column: 9 })).toBe(2);
    expect(offsetOf('ab\ncd', { line: 1, column: 99 })).toBe(2);
  });
});

describe('a new text', () => {
  it.each([
    ['Får hunden följa med på färjan?', 'far-hunden-folja-med-pa-farjan'],
    ['Ærlig øl', 'aerlig-ol'],
    ['Πού είναι η βαλίτσα;', 'poy-einai-i-valitsa'],
  ])('%s gets the id %s', (title, id) => expect(idFrom(title)).toBe(id));

  it('has the headings that the bank uses in its language, and is for colleagues alone', () => {
    const text = { id: 'dog', lang: 'sv', title: 'Hund: får den?', kind: 'faq', questions: ['får "hunden" med'] };
    expect(newMarkdown(text, { headings: { sv: { issue: 'Kundens fråga', reply: 'Svar' } } })).toBe(
      '---\nschema: 1\nid: dog\nlang: sv\nkind: faq\ntitle: "Hund: får den?"\nstate: wip\naudience: internal\ngovernance: experience\nquestions:\n  - "får \\"hunden\\" med"\n---\n## Kundens fråga\n\n## Resolution\n\n## Svar\n',
    );
  });

  it('is translated from the fields and headings of another, without its words', () => {
    const markdown =
      '---\nschema: 1\nid: dog\nlang: sv\ntitle: Hund\nstate: validated\nverified_at: 2026-01-01\nquestions:\n  - "x"\n---\n## Svar\nHunden får.\n## Svar: sms\nJa.\n## Eget\nx\n';
    const desk = { headings: { sv: { reply: 'Svar' }, en: { reply: 'Reply' } } };
    expect(translationMarkdown({ markdown, lang: 'sv', hash: HASH }, 'en', desk)).toBe(
      `---\nschema: 1\nid: dog\nlang: en\ntitle: Hund\nstate: not-validated\ntranslated_from:\n  lang: sv\n  hash: ${HASH}\n---\n## Reply\n\n## Reply: sms\n\n## Eget\n\n`,
    );
  });
});

describe('what tells two texts apart', () => {
  it('is lines, with some around them', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7', '8'].join('\n');
    expect(lineDiff(before, before)).toEqual([]);
    expect(lineDiff(before, before.replace('5', 'x'))).toEqual([
      { kind: 'same', line: 3, lines: ['3', '4'] },
      { kind: 'removed', line: 5, lines: ['5'] },
      { kind: 'added', line: 5, lines: ['x'] },
      { kind: 'same', line: 6, lines: ['6', '7'] },
    ]);
  });

  it('is words within a line, unless nearly all of it is new', () => {
    const sides = wordDiff('Pengarna kommer inom sju dagar.', 'Pengarna kommer inom fem dagar.');
    expect(sides?.after.filter(({ own }) => own).map(({ text }) => text)).toEqual(['fem']);
    expect(wordDiff('Helt annat', 'Ingenting är lika i den här meningen')).toBeNull();
  });

  it('where two editors met: what fits together is together, and one’s own stands where it does not', () => {
    const base = 'a\nb\nc\nd\n';
    const conflict = { id: 'x', lang: 'sv', etag: null, base, theirs: 'A\nb\nc!\nd\n', yours: 'a\nb\nc?\nD\n' };
    expect(startFrom(conflict)).toBe('A\nb\nc?\nD\n');
    expect(startFrom({ ...conflict, base: null })).toBe(conflict.yours);
  });

  it('is put into an article only where it is sure what is meant', () => {
    const diff = [
      { kind: 'removed' as const, line: 1, lines: ['sju dagar'] },
      { kind: 'added' as const, line: 1, lines: ['fem dagar'] },
    ];
    expect(withChange('Inom sju dagar.', diff)).toBe('Inom fem dagar.');
    expect(withChange('Sju: sju dagar, sju dagar.', diff)).toBeNull();
    expect(withChange('Inom tio dagar.', diff)).toBeNull();
  });
});

it('messages stand apart by empty lines, or one on each line', () => {
  expect(messagesIn('a\nb\n\nc')).toEqual(['a\nb', 'c']);
  expect(messagesIn(' a \n b ')).toEqual(['a', 'b']);
  expect(messagesIn('')).toEqual([]);
});

it('an address leads to a room, a text, or nowhere', () => {
  expect(routeOf('')).toMatchObject({ room: 'today', view: 'today' });
  expect(routeOf('#/articles')).toMatchObject({ room: 'articles', view: 'articles', path: [] });
  expect(routeOf('#/articles/bag%20fee/sv?from=en')).toEqual({
    ...{ room: 'articles', view: 'editor', path: ['bag fee', 'sv'], query: { from: 'en' } },
  });
  expect(routeOf('#/nowhere')).toMatchObject({ room: null, view: null });
  expect(routeOf('#/articles/%E0%A4%A/sv').path).toEqual(['%E0%A4%A', 'sv']);
});
