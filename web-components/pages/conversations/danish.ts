import type { Conversation } from './conversation.ts';

export const danish: Conversation[] = [
  {
    id: 'chat-mette',
    channel: 'chat',
    setting: 'private',
    customer: { name: 'Mette Kragh', firstName: 'Mette' },
    market: 'dk',
    lang: 'da',
    booking: { number: 'NB-455310' },
    unread: true,
    turns: [
      { from: 'customer', text: 'Hej, jeg har lige bestilt en rejse', minutesAgo: 3 },
      {
        from: 'customer',
        text: 'og nu er beløbet trukket to gange på mit kort?? jeg har kun fået én bekræftelse',
        minutesAgo: 2,
      },
    ],
  },
  {
    id: 'fb-lars',
    channel: 'facebook-comment',
    setting: 'public',
    customer: { name: 'Lars Østergaard', firstName: 'Lars' },
    market: 'dk',
    lang: 'da',
    unread: false,
    turns: [
      { from: 'customer', text: 'Kan man få flyttet sin afgang, når man er blevet syg?', minutesAgo: 300 },
      {
        from: 'agent',
        text: 'Hej Lars! Jeg har skrevet til dig i en privat besked her på siden, så dine oplysninger ikke står i tråden. /Sofia',
        minutesAgo: 290,
      },
      { from: 'customer', text: 'Tusind tak for hurtig hjælp 🙏', minutesAgo: 63 },
    ],
  },
  {
    id: 'email-susanne',
    channel: 'email',
    setting: 'private',
    customer: { name: 'Susanne Bjerre', firstName: 'Susanne' },
    market: 'dk',
    lang: 'da',
    subject: 'Hotellet på Rhodos',
    booking: { number: 'NB-430127', destination: 'Rhodos' },
    unread: false,
    turns: [
      {
        from: 'customer',
        text: 'Hej\n\nVi er netop ankommet til hotellet, og det ligner overhovedet ikke billederne. Poolen er tom, der larmes fra en byggeplads fra klokken syv, og værelset lugter af mug. Vi har betalt for fire stjerner. Hvad gør I ved det?\n\nSusanne Bjerre',
        minutesAgo: 140,
      },
    ],
  },
];
