import { describe, expect, test } from 'vitest';
import { StemmingAnalyser } from '../../../server/language/analyse.ts';
import { EldLanguageDetector } from '../../../server/language/detect.ts';
import { customerWords, prepareQuery, questionsIn } from '../../../server/retrieval/prepare-query.ts';

const tools = {
  analyser: new StemmingAnalyser({}),
  detector: new EldLanguageDetector(['sv', 'nb', 'da', 'fi', 'el', 'en']),
};
const first = (text: string) => prepareQuery(text, tools).parts.join(' ');

describe('the customer’s words', () => {
  const turn = (from: 'customer' | 'agent' | 'bot' | 'other' | 'note', text: string) => ({ from, text });

  test('are the message when there is one', () => {
    expect(customerWords({ message: 'hej', turns: [turn('customer', 'annat')] })).toBe('hej');
  });

  test('are all turns since the agent last wrote, without bots and bystanders', () => {
    const turns = [
      turn('customer', 'gammalt'),
      turn('agent', 'svar'),
      turn('customer', 'min väska'),
      turn('bot', 'Hej, jag är en bot'),
      turn('other', 'jag med!'),
      turn('customer', 'är borta'),
    ];
    expect(customerWords({ turns })).toBe('min väska\när borta');
  });

  test('are the last customer turn when the agent wrote last', () => {
    const turns = [turn('customer', 'ett'), turn('customer', 'två'), turn('agent', 'svar')];
    expect(customerWords({ turns })).toBe('två');
  });

  test('are an agent’s note of a call', () => {
    expect(customerWords({ turns: [turn('note', 'kund vill boka om')] })).toBe('kund vill boka om');
  });

  test('are empty when nobody wrote', () => expect(customerWords({})).toBe(''));
});

describe('what is searched', () => {
  test.each([
    ['Hej! Jag hittar inte min väska', 'Jag hittar inte min väska'],
    ['God kväll,\nvar är min väska någonstans?\nMvh\nAnna Berg', 'var är min väska någonstans?'],
    ['Hei, kofferten min er borte. Takk!', 'kofferten min er borte.'],
    ['Καλημέρα σας, πού είναι η βαλίτσα μου; Ευχαριστώ πολύ', 'πού είναι η βαλίτσα μου;'],
    ['Hello there, my bag is lost. Kind regards, Sam', 'my bag is lost.'],
  ])('%j has its greeting and closing taken off', (text, core) => expect(first(text)).toBe(core));

  test.each(['Hej', 'tack', 'Hej! ok', 'Mvh'])('%j stays, since nothing else would be left', (text) => {
    expect(first(text)).toBe(text);
  });

  test('a word that only begins like a greeting stays', () => {
    expect(first('Heja Norge, när går bussen?')).toBe('Heja Norge, när går bussen?');
  });

  test.each([
    ['Får jag ta med gitarren i kabinen Mvh Eva Ek', 'Får jag ta med gitarren i kabinen'],
    ['Får jag ta med gitarren i kabinen tack på förhand /Jonas', 'Får jag ta med gitarren i kabinen'],
    ['Finnes det nett om bord på forhånd takk [name]', 'Finnes det nett om bord'],
    ['När går nästa flyg Oslo – Bergen', 'När går nästa flyg Oslo – Bergen'],
    ['Vill ni säga tack till Eva', 'Vill ni säga tack till Eva'],
  ])('of “%s” the question is searched', (message, searched) => {
    expect(prepareQuery(message, tools).parts.join(' ')).toBe(searched);
  });

  test('a message is searched by its sentences; one too short to mean anything stays with its neighbour', () => {
    const parts = (text: string) => prepareQuery(text, tools).parts;
    expect(parts('Får vi pengarna tillbaka? Vem betalar hotellet?')).toEqual([
      'Får vi pengarna tillbaka?',
      'Vem betalar hotellet?',
    ]);
    expect(parts('Min väska är borta. Hjälp! Var är den någonstans?')).toHaveLength(2);
  });

  test.each([
    'Vi gav 300 kroner pr. person for os alle her',
    'Får jag ta med t.ex. en cykel eller en surfbräda',
    'Μπορώ να πάρω π.χ. ένα ποδήλατο μαζί μου;',
  ])('the full stop of an abbreviation ends no sentence: %s', (text) => {
    expect(prepareQuery(text, tools).parts).toEqual([text]);
  });

  test('a sentence that was left without a full stop ends where the next begins', () => {
    const text = 'Access-tjenester virker ikke Har vært kunde i mange år.';
    expect(prepareQuery(text, tools).parts).toEqual(['Access-tjenester virker ikke', 'Har vært kunde i mange år.']);
  });

  test('names and words in capitals do not cut a sentence', () => {
    const text = 'Kortet på Kan Air och Vi Tours syns inte.';
    expect(prepareQuery(text, tools).parts).toEqual([text]);
  });

  test('a long story is cut into no more than six stretches, and nothing of it is lost', () => {
    const story = Array.from({ length: 20 }, (_, i) => `Detta hände på dag nummer ${i} av vår resa.`).join(' ');
    const { parts } = prepareQuery(story, tools);
    expect(parts.length).toBeLessThanOrEqual(6);
    expect(parts.join(' ')).toBe(story);
  });

  test('Greek in Latin letters is searched in Greek letters, and kept as it came', () => {
    const query = prepareQuery('pou einai h valitsa mou', tools);
    expect(query).toMatchObject({ lang: 'el', text: 'pou einai h valitsa mou', parts: ['που είναι η βαλίτσα μου'] });
  });

  test('a message without letters is not put into Greek letters, whatever the hint', () => {
    expect(prepareQuery('ok 123', tools, 'el').parts).toEqual(['ok 123']);
  });

  test('a message of a million letters is cut', () => {
    const query = prepareQuery('väska '.repeat(200_000), tools);
    expect(query.text.length).toBeLessThanOrEqual(4_000);
  });

  test.each(['', ' ', '\u0000', '😡', '\ud800'])('%j is prepared without harm', (text) => {
    expect(prepareQuery(text, tools).parts).toHaveLength(1);
  });
});

describe('the questions of a message', () => {
  const asked = (text: string) => questionsIn(prepareQuery(text, tools));

  test('are its sentences that end as questions do, with where they stand', () => {
    const message = 'Hej! Vi reser på fredag. Får hunden följa med? Var köper jag mat ombord?';
    const found = asked(message);
    expect(found.map(({ text }) => text)).toEqual(['Får hunden följa med?', 'Var köper jag mat ombord?']);
    for (const { text, span } of found) expect(message.slice(...span)).toBe(text);
  });

  test('end with ; in Greek alone', () => {
    expect(asked('Πού είναι η βαλίτσα μου; Πότε θα έρθει στο σπίτι;')).toHaveLength(2);
    expect(asked('Väskan är borta; resan var bra.')).toEqual([]);
  });

  test.each([
    ['Hvad koster et sæde ved vinduet, og hvornår åbner check-in?', 'hvornår åbner check-in?'],
    ['Får katten följa med ombord och kan jag boka extra benutrymme?', 'kan jag boka extra benutrymme?'],
    ['Onko lennolla ruokaa ja voinko ottaa omat eväät mukaan?', 'voinko ottaa omat eväät mukaan?'],
    ['Πόσο κοστίζει η βαλίτσα και μπορώ να πληρώσω με κάρτα;', 'μπορώ να πληρώσω με κάρτα;'],
  ])('are two where one sentence asks twice, for whoever wants them apart: %s', (message, second) => {
    const prepared = prepareQuery(message, tools);
    const pieces = questionsIn(prepared, { atAnd: true });
    expect(questionsIn(prepared)).toHaveLength(1);
    expect(pieces.map(({ text }) => text)[1]).toBe(second);
    for (const { text, span } of pieces) expect(message.slice(...span)).toBe(text);
  });

  test.each(['Vad kostar mat och dryck ombord?', 'Får jag ta med hund och katt i kabinen?'])(
    'stay whole where what follows has no verb: %s',
    (message) => expect(questionsIn(prepareQuery(message, tools), { atAnd: true })).toHaveLength(1),
  );

  test('are none in a message that asks more than anyone answers one by one', () => {
    expect(asked('Får hunden följa med? Och katten då, får den? Vad kostar det för dem? När går tåget hem?')).toEqual(
      [],
    );
  });
});
