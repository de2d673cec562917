import { expect, test } from 'vitest';
import type { Filter } from '../../../server/domain/filter.ts';
import type { IndexReader } from '../../../server/ports/passage-index.ts';
import { vocabularyOf } from '../../../server/retrieval/vocabulary.ts';
import { passage } from '../../doubles/passages.ts';

const everything: Filter = { op: 'and', of: [] };
const readerOf = (...texts: [lang: string, text: string][]) =>
  ({
    version: {},
    scan: async () => texts.map(([lang, text], i) => ({ passage: passage(`p${i}`, text, { lang }), vector: null })),
  }) as unknown as IndexReader;

test.each([
  ['sv', 'får flyktingar ersättning', 'far flyktingar ersattning', 'får flyktingar ersättning'],
  ['da', 'tjenester på kontoen', 'tjeneter pa kontoen', 'tjenester på kontoen'],
  ['fi', 'lentokentällä on kahvila', 'lentokentalla on kahvila', 'lentokentällä on kahvila'],
  ['fi', 'luottokorttimaksusta laskuun', 'luottokortimsksusta laskuun', 'luottokorttimaksusta laskuun'],
  ['el', 'κατάργηση τομέα', 'καταργηση τομεα', 'κατάργηση τομέα'],
  ['el', 'ειδοποίηση', 'ιδοποιισι', 'ειδοποίηση'],
  ['en', 'receipt for the booking', 'reciept for teh booking', 'receipt for teh booking'],
])('in %s, where the bank says %j, %j is read as %j', async (lang, bank, typed, meant) => {
  const vocabulary = await vocabularyOf(readerOf([lang, bank]), everything);
  expect(vocabulary.respell(typed, lang)).toBe(meant);
});

test('a word the bank knows stays, and so does one that is near none of its words', async () => {
  const vocabulary = await vocabularyOf(readerOf(['sv', 'väska väskan Volvo']), everything);
  expect(vocabulary.respell('VÄSKAN till min Volvo är cyklamen', 'sv')).toBe('VÄSKAN till min Volvo är cyklamen');
});

test('the likelier of two spellings is the more frequent one', async () => {
  const vocabulary = await vocabularyOf(readerOf(['sv', 'resa rösa rösa']), everything);
  expect(vocabulary.respell('rosa', 'sv')).toBe('rösa');
});

test('words of another language are no help', async () => {
  const vocabulary = await vocabularyOf(readerOf(['sv', 'återbetalning']), everything);
  expect(vocabulary.respell('aterbetalning', 'fi')).toBe('aterbetalning');
});

test('two slips are too many in a short word', async () => {
  const vocabulary = await vocabularyOf(readerOf(['fi', 'laskuun']), everything);
  expect(vocabulary.respell('lsakuum', 'fi')).toBe('lsakuum');
});

test('another form of a long word is no slip', async () => {
  const vocabulary = await vocabularyOf(readerOf(['sv', 'vaccination']), everything);
  expect(vocabulary.respell('vaccinationen', 'sv')).toBe('vaccinationen');
});
