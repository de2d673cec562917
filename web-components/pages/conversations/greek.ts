import type { Conversation } from './conversation.ts';

export const greek: Conversation[] = [
  {
    id: 'email-giorgos',
    channel: 'email',
    setting: 'private',
    customer: { name: 'Γιώργος Παπαδάκης', firstName: 'Γιώργος' },
    market: 'gr',
    lang: 'el',
    subject: 'Επιστροφή χρημάτων',
    booking: { number: 'NB-466201' },
    unread: true,
    turns: [
      {
        from: 'customer',
        text: 'Καλημέρα σας,\n\nμου εγκρίνατε την επιστροφή χρημάτων πριν από τρεις εβδομάδες αλλά στον λογαριασμό μου δεν έχει μπει ακόμα τίποτα. Η τράπεζα λέει ότι δεν βλέπει κάτι. Πού είναι τα λεφτά μου;\n\nΓιώργος Παπαδάκης',
        minutesAgo: 21,
      },
    ],
  },
  {
    id: 'messenger-eleni',
    channel: 'messenger',
    setting: 'private',
    customer: { name: 'Ελένη Μαυρίδου', firstName: 'Ελένη' },
    market: 'gr',
    lang: 'el',
    unread: false,
    turns: [
      {
        from: 'customer',
        text: 'kalispera, ksexasa ton kwdiko mou kai den mporw na mpw sto logariasmo',
        minutesAgo: 84,
      },
      { from: 'customer', text: 'to mail gia neo kwdiko den erxetai pote', minutesAgo: 83 },
    ],
  },
  {
    id: 'x-nikos',
    channel: 'x',
    setting: 'public',
    customer: { name: 'Νίκος Δ.', firstName: null },
    market: 'gr',
    lang: 'el',
    unread: false,
    turns: [
      {
        from: 'customer',
        text: '@nordbris πότε ανοίγει το check-in και πού το κάνω; Πετάω αύριο για Στοκχόλμη',
        minutesAgo: 112,
      },
    ],
  },
];
