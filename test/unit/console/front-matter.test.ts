import { describe, expect, it } from 'vitest';
import { frontMatterOf, setField } from '../../../web-components/console/editor/front-matter.ts';

const SOURCE = `---
schema: 1
id: bag-fee
lang: sv
title: Väska   # as on the site
tags: [bagage, "i 18"]
questions:
  - 'Vad kostar den?'
  - hur mycket då
state: validated
---
## Svar
--- är inget slut.
`;

const set = (key: string, value: unknown, source = SOURCE) => {
  const splice = setField(source, key, value);
  return splice ? source.slice(0, splice.from) + splice.insert + source.slice(splice.to) : null;
};

describe('a field of the front matter', () => {
  it.each([
    ['title', 'Ny väska', 'title: Väska   # as on the site', 'title: Ny väska   # as on the site'],
    ['state', 'archived', 'state: validated', 'state: archived'],
    ['tags', ['bagage', 'i 18', 'hand'], 'tags: [bagage, "i 18"]', 'tags: [bagage, "i 18", hand]'],
    ['tags', ['on'], 'tags: [bagage, "i 18"]', 'tags: ["on"]'],
    ['questions', ['Vad kostar den?', 'En: ny?'], '  - hur mycket då\n', '  - "En: ny?"\n'],
  ])('%s is set, and every other byte stays', (key, value, before, after) => {
    expect(set(key, value)).toBe(SOURCE.replace(before, after));
    expect(frontMatterOf(set(key, value) ?? '')?.fields?.[key]).toEqual(value);
  });

  it('comes where people look for it when it is new', () => {
    expect(set('owner', 'resor')).toBe(SOURCE.replace('state: validated\n', 'state: validated\nowner: resor\n'));
    expect(set('not_for', ['Var är min väska?'])).toBe(
      SOURCE.replace('  - hur mycket då\n', '  - hur mycket då\nnot_for:\n  - "Var är min väska?"\n'),
    );
  });

  it('goes with its line when it is empty', () => {
    expect(set('tags', [])).toBe(SOURCE.replace('tags: [bagage, "i 18"]\n', ''));
    expect(set('owner', '')).toBeNull();
  });

  it('is not touched where the front matter cannot be read', () => {
    expect(set('title', 'x', '---\nid: [\n---\n')).toBeNull();
    expect(set('title', 'x', 'no front matter')).toBeNull();
    expect(frontMatterOf('---\nid: [\n---\n')?.fields).toBeNull();
  });
});
