import type { Conversation } from './conversation.ts';

export const norwegian: Conversation[] = [
  {
    id: 'messenger-ingrid',
    channel: 'messenger',
    setting: 'private',
    customer: { name: 'Ingrid Solheim', firstName: 'Ingrid' },
    market: 'no',
    lang: 'nb',
    booking: { number: 'NB-604418', destination: 'Alicante' },
    unread: true,
    turns: [
      { from: 'customer', text: 'Hei, landet på Gardermoen i går kveld', minutesAgo: 34 },
      { from: 'agent', text: 'Hei Ingrid! Hva kan jeg hjelpe deg med?', minutesAgo: 31 },
      {
        from: 'customer',
        text: 'Kofferten min kom aldri på båndet 😩 Ingen i skranken visste noe. Hvor er den og hvordan får jeg den levert hjem?',
        minutesAgo: 7,
      },
    ],
  },
  {
    id: 'email-torbjorn',
    channel: 'email',
    setting: 'private',
    customer: { name: 'Torbjørn Lien', firstName: 'Torbjørn' },
    market: 'no',
    lang: 'nb',
    subject: 'Sitter fast i Bergen',
    booking: { number: 'NB-611872', destination: 'Bergen', date: '22. november' },
    unread: true,
    turns: [
      {
        from: 'customer',
        text: 'Hei.\n\nVi er to voksne og to barn som sitter fast på Flesland på grunn av asken. Flyet hjem til Oslo går visst ikke i kveld. Hvem betaler for hotell og mat til oss i natt? Vi har ikke fått noen beskjed.\n\nHilsen Torbjørn',
        minutesAgo: 16,
      },
    ],
  },
  {
    id: 'sms-marte',
    channel: 'sms',
    setting: 'private',
    customer: { name: 'Marte Aune', firstName: 'Marte' },
    market: 'no',
    lang: 'nb',
    unread: false,
    turns: [
      {
        from: 'customer',
        text: 'boardingkortet vil ikke laste i appen, bare hvit skjerm. flyet går om 3 timer!',
        minutesAgo: 44,
      },
    ],
  },
  {
    id: 'fb-odd',
    channel: 'facebook-comment',
    setting: 'public',
    customer: { name: 'Odd Henrik Moen', firstName: 'Odd Henrik' },
    market: 'no',
    lang: 'nb',
    unread: false,
    turns: [
      {
        from: 'customer',
        text: 'Bestilte to seter ved siden av hverandre til meg og sønnen min på 5, og nå sitter vi på rad 4 og rad 19. Hvordan får vi sitte sammen?',
        minutesAgo: 240,
      },
    ],
  },
];
