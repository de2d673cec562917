import { da } from '../../channels/da.ts';
import { el } from '../../channels/el.ts';
import { en } from '../../channels/en.ts';
import { fi } from '../../channels/fi.ts';
import { nb } from '../../channels/nb.ts';
import { sv } from '../../channels/sv.ts';
import { interfaceLang } from '../../words.ts';

/** The helpdesk's own words; the panel brings its own. */
export interface InboxStrings {
  inbox: string;
  service: string;
  filter: string;
  unread: string;
  nothingMatches: string;
  reply: string;
  write: string;
  note: string;
  send: string;
  save: string;
  public: string;
  private: string;
  back: string;
  suggestions: string;
  close: string;
  language: string;
  booking: string;
  choose: string;
  answered: string;
  now: string;
  neighbour: string;
  saveCase: string;
  channels: Record<string, string>;
}

const LANGUAGES: Record<string, InboxStrings> = {
  sv: {
    inbox: 'Inkorg',
    service: 'Kundtjänst',
    filter: 'Filtrera konversationer',
    unread: '{n} olästa',
    nothingMatches: 'Ingen konversation stämmer.',
    reply: 'Svar',
    write: 'Skriv ett svar',
    note: 'Anteckning',
    send: 'Skicka',
    save: 'Spara',
    public: 'Offentlig',
    private: 'Privat',
    back: 'Tillbaka',
    suggestions: 'Svarsförslag',
    close: 'Stäng',
    language: 'Språk',
    booking: 'Bokning',
    choose: 'Välj en konversation',
    answered: 'Besvarad',
    now: 'nu',
    neighbour: 'Nästa eller föregående konversation',
    saveCase: 'Spara ärendet?',
    channels: { ...sv, phone: 'Telefonanteckning' },
  },
  nb: {
    inbox: 'Innboks',
    service: 'Kundeservice',
    filter: 'Filtrer samtaler',
    unread: '{n} uleste',
    nothingMatches: 'Ingen samtaler passer.',
    reply: 'Svar',
    write: 'Skriv et svar',
    note: 'Notat',
    send: 'Send',
    save: 'Lagre',
    public: 'Offentlig',
    private: 'Privat',
    back: 'Tilbake',
    suggestions: 'Svarforslag',
    close: 'Lukk',
    language: 'Språk',
    booking: 'Bestilling',
    choose: 'Velg en samtale',
    answered: 'Besvart',
    now: 'nå',
    neighbour: 'Neste eller forrige samtale',
    saveCase: 'Lagre saken?',
    channels: { ...nb, phone: 'Telefonnotat' },
  },
  da: {
    inbox: 'Indbakke',
    service: 'Kundeservice',
    filter: 'Filtrér samtaler',
    unread: '{n} ulæste',
    nothingMatches: 'Ingen samtaler passer.',
    reply: 'Svar',
    write: 'Skriv et svar',
    note: 'Notat',
    send: 'Send',
    save: 'Gem',
    public: 'Offentlig',
    private: 'Privat',
    back: 'Tilbage',
    suggestions: 'Svarforslag',
    close: 'Luk',
    language: 'Sprog',
    booking: 'Bestilling',
    choose: 'Vælg en samtale',
    answered: 'Besvaret',
    now: 'nu',
    neighbour: 'Næste eller forrige samtale',
    saveCase: 'Gem sagen?',
    channels: { ...da, phone: 'Telefonnotat' },
  },
  fi: {
    inbox: 'Saapuneet',
    service: 'Asiakaspalvelu',
    filter: 'Suodata keskusteluja',
    unread: '{n} lukematta',
    nothingMatches: 'Mikään keskustelu ei täsmää.',
    reply: 'Vastaus',
    write: 'Kirjoita vastaus',
    note: 'Muistiinpano',
    send: 'Lähetä',
    save: 'Tallenna',
    public: 'Julkinen',
    private: 'Yksityinen',
    back: 'Takaisin',
    suggestions: 'Vastausehdotukset',
    close: 'Sulje',
    language: 'Kieli',
    booking: 'Varaus',
    choose: 'Valitse keskustelu',
    answered: 'Vastattu',
    now: 'nyt',
    neighbour: 'Seuraava tai edellinen keskustelu',
    saveCase: 'Tallennetaanko tapaus?',
    channels: { ...fi, phone: 'Puhelumuistio' },
  },
  el: {
    inbox: 'Εισερχόμενα',
    service: 'Εξυπηρέτηση πελατών',
    filter: 'Φιλτράρισμα συνομιλιών',
    unread: '{n} μη αναγνωσμένα',
    nothingMatches: 'Καμία συνομιλία δεν ταιριάζει.',
    reply: 'Απάντηση',
    write: 'Γράψτε απάντηση',
    note: 'Σημείωση',
    send: 'Αποστολή',
    save: 'Αποθήκευση',
    public: 'Δημόσιο',
    private: 'Ιδιωτικό',
    back: 'Πίσω',
    suggestions: 'Προτεινόμενες απαντήσεις',
    close: 'Κλείσιμο',
    language: 'Γλώσσα',
    booking: 'Κράτηση',
    choose: 'Επιλέξτε συνομιλία',
    answered: 'Απαντήθηκε',
    now: 'τώρα',
    neighbour: 'Επόμενη ή προηγούμενη συνομιλία',
    saveCase: 'Αποθήκευση του αιτήματος;',
    channels: { ...el, phone: 'Σημείωση τηλεφώνου' },
  },
  en: {
    inbox: 'Inbox',
    service: 'Customer service',
    filter: 'Filter conversations',
    unread: '{n} unread',
    nothingMatches: 'No conversation matches.',
    reply: 'Reply',
    write: 'Write a reply',
    note: 'Note',
    send: 'Send',
    save: 'Save',
    public: 'Public',
    private: 'Private',
    back: 'Back',
    suggestions: 'Suggested answers',
    close: 'Close',
    language: 'Language',
    booking: 'Booking',
    choose: 'Choose a conversation',
    answered: 'Answered',
    now: 'now',
    neighbour: 'Next or previous conversation',
    saveCase: 'Save the case?',
    channels: { ...en, phone: 'Phone note' },
  },
};

export function inboxStrings(lang: string): InboxStrings {
  return LANGUAGES[interfaceLang(lang)] ?? (LANGUAGES.en as InboxStrings);
}

/** "4 min", "2 h", "1 day", as short as the language allows. */
export function shortAge(minutes: number, lang: string): string {
  if (minutes < 1) return inboxStrings(lang).now;
  const [value, unit] =
    minutes < 60 ? [minutes, 'minute'] : minutes < 1440 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day'];
  return new Intl.NumberFormat(lang, { style: 'unit', unit: String(unit), unitDisplay: 'short' }).format(
    Math.floor(Number(value)),
  );
}
