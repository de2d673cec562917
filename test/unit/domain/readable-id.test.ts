import { expect, it } from 'vitest';
import { readableId } from '../../../server/domain/readable-id.ts';

it.each([
  ['Glömt paraply på tåget!', 'glomt-paraply-pa-taget-1a'],
  ['Tapt bagasje på fly: hva nå?', 'tapt-bagasje-pa-fly-hva-na-1a'],
  ['Æblegrød til børn', 'aeblegrod-til-born-1a'],
  ['Ξέχασα την ομπρέλα μου', 'xechasa-tin-omprela-moy-1a'],
  ['---\nid: x', 'id-x-1a'],
  ['../../etc/passwd', 'etc-passwd-1a'],
  ['你好', 'case-1a'],
  ['', 'case-1a'],
  ['a'.repeat(200), `${'a'.repeat(60)}-1a`],
  ['con-'.repeat(40), `${'con-'.repeat(15).slice(0, -1)}-1a`],
])('%j becomes %s', (words, id) => {
  expect(readableId(words, '1a')).toBe(id);
  expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});
