import type { Rule } from '../rule.ts';

export const fileName: Rule = {
  id: 'file-name',
  severity: 'hint',
  fix: 'Rename the file; nothing else depends on its name.',
  text({ text }) {
    const name = text.path.split('/').at(-1);
    const expected = `${text.id}.${text.lang}.md`;
    if (name === expected) return [];
    return [
      { place: { path: text.path, line: 1, column: 1 }, message: `The file would be easier to find as ${expected}.` },
    ];
  },
};
