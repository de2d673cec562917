const ADDRESS = '\\S+@\\S+\\.\\p{L}+';
const NUMBER = '\\+?[\\d(][\\d()/ -]{5,}';
/** What a reply says when it sends the customer to another door: phone, e-mail, a form. */
const WORDS: Record<string, string[]> = {
  sv: [
    '(?:ring|ringa)(?: gärna)?(?: in)?(?: till| på)? (?:oss|kundtjänst\\p{L}*|kundservice|vår|växeln|NUMBER)',
    '(?:mejla|maila|mejl|mail|e-posta)(?: gärna)?(?: till)? (?:oss|kundtjänst|vår|ADDRESS)',
    '(?:skicka|skriv) (?:ett )?(?:mejl|mail|e-post\\p{L}*) till',
    '(?:kontakta|vänd dig till|ta kontakt med) (?:gärna )?(?:vår )?(?:kundtjänst\\p{L}*|kundservice|supporten|växeln)',
    '(?:fyll i|använd|via) (?:vårt )?(?:kontaktformulär\\p{L}*|webbformulär\\p{L}*)',
  ],
  nb: [
    '(?:ring|ringe)(?: gjerne)?(?: til| på| inn til)? (?:oss|kundeservice|vår|sentralbordet|NUMBER)',
    '(?:mail|send)(?: gjerne)?(?: en)?(?: e-post| mail| epost)?(?: til)? (?:kundeservice|ADDRESS)|(?:send|skriv) (?:en )?(?:e-post|mail|epost) til',
    '(?:kontakt|henvend deg til|ta kontakt med) (?:gjerne )?(?:vår )?(?:kundeservice|kundesenteret|kundestøtte)',
    '(?:fyll ut|bruk|via) (?:vårt )?(?:kontaktskjema\\p{L}*|nettskjema\\p{L}*)',
  ],
  da: [
    '(?:ring|ringe)(?: gerne)?(?: til| på| ind til)? (?:os|kundeservice|vores|omstillingen|NUMBER)',
    '(?:mail|skriv|send)(?: gerne)?(?: en)?(?: mail| e-mail)? til (?:os på mail|kundeservice|ADDRESS)|(?:send|skriv) en (?:e-)?mail',
    '(?:kontakt|henvend dig til|tag kontakt til) (?:gerne )?(?:vores )?(?:kundeservice|kundecent\\p{L}*|kundesupport)',
    '(?:udfyld|brug|via) (?:vores )?(?:kontaktformular\\p{L}*|webformular\\p{L}*)',
  ],
  fi: [
    '(?:soita|soittakaa|soittamalla|soittaa) (?:meille|asiakaspalvelu\\p{L}*|vaihteeseen|numeroon|NUMBER)',
    '(?:lähetä|lähettäkää|kirjoita) (?:meille )?(?:sähköposti(?!osoit)\\p{L}*|meili\\p{L}*)|sähköpostitse ADDRESS',
    '(?:ota|ottakaa) (?:meihin )?yhteyttä (?:puhelimitse|sähköpostitse|asiakaspalvelu\\p{L}*|asiakastuke\\p{L}*)|(?:ota|ottakaa) asiakaspalvelu\\p{L}* yhteyttä',
    '(?:täytä|käytä) verkkolomake\\p{L}*|yhteydenottolomak\\p{L}*',
  ],
  el: [
    '(?:καλέστε|τηλεφωνήστε|πάρτε)(?: μας)?(?: τηλέφωνο)?(?: στο| την| στην)? ?(?:εξυπηρέτηση|τηλέφωνο|τηλεφωνικό|μας|NUMBER)',
    '(?:στείλτε|γράψτε)(?: μας)?(?: ένα)? (?:e-?mail|μέιλ)|e-?mail στο ADDRESS',
    'επικοινωνήστε (?:μαζί μας )?(?:με την εξυπηρέτηση|τηλεφωνικά|με e-?mail|μέσω e-?mail)|απευθυνθείτε (?:στην )?εξυπηρέτηση',
    '(?:συμπληρώστε|χρησιμοποιήστε) (?:τη |την )?φόρμα επικοινωνίας',
  ],
  en: [
    '(?:call|phone|ring|telephone) (?:us|customer (?:service|care|support)|our|NUMBER)|give us a (?:call|ring)',
    '(?:e-?mail|mail)(?: us)?(?: at)? (?:us|customer (?:service|care|support)|ADDRESS)|write to (?:us at )?ADDRESS|send (?:us )?an e-?mail',
    '(?:contact|reach out to|get in touch with) (?:our )?(?:customer (?:service|care|support)|support team|call cent(?:re|er)|help ?desk)',
    '(?:fill in|fill out|use|via) (?:our |the )?(?:contact|web|online) form',
  ],
};
const patterns = new Map<string, RegExp>();

/** The words by which a reply sends the customer to a phone, an e-mail or a form; null where it answers here. */
export function sendsAway(text: string, lang: string): string | null {
  const words = WORDS[lang];
  if (!words) return null;
  const known = patterns.get(lang) ?? made(words);
  patterns.set(lang, known);
  return known.exec(text)?.[0].trim() ?? null;
}

function made(words: string[]): RegExp {
  const inside = words.join('|').replaceAll('NUMBER', NUMBER).replaceAll('ADDRESS', ADDRESS).replaceAll(' ', '\\s+');
  return new RegExp(`(?<![\\p{L}\\d])(?:${inside})(?![\\p{L}])`, 'iu');
}
