import { anyOf, type PhrasesByLanguage } from './phrases.ts';

/** Openings that greet, tested at the start of a reply. */
export const GREETINGS: PhrasesByLanguage = {
  sv: anyOf(
    'hej(?:san)?',
    'hallå',
    'tjena',
    'god(?:dag| dag| morgon| kväll| middag)',
    'bästa (?:kund|resenär)',
    'kära',
  ),
  nb: anyOf('hei(?:sann)?', 'hallo', 'god(?:dag| dag| morgen| kveld)', 'kjære'),
  da: anyOf('hej(?:sa)?', 'hallo', 'god(?:dag| dag| morgen| aften)', 'kære'),
  fi: anyOf(
    'hei',
    'moi(?:kka)?',
    'moro',
    'terve(?:hdys)?',
    'hyvää (?:päivää|iltaa|huomenta)',
    'huomenta',
    'päivää',
    'arvoisa',
    'hyvä asiakas',
  ),
  el: anyOf(
    'γεια(?: σας| σου)?',
    'καλημέρα(?: σας)?',
    'καλησπέρα(?: σας)?',
    'χαίρετε',
    'αγαπητ(?:έ|ή|οί)',
    'αξιότιμ\\p{L}*',
  ),
  en: anyOf('hi(?: there)?', 'hello', 'hey', 'good (?:morning|afternoon|evening|day)', 'dear', 'greetings'),
};
