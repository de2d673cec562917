import type { Conversation } from './conversation.ts';

export const finnish: Conversation[] = [
  {
    id: 'whatsapp-juha',
    channel: 'whatsapp',
    setting: 'private',
    customer: { name: 'Juha Lehtinen', firstName: 'Juha' },
    market: 'fi',
    lang: 'fi',
    booking: { number: 'NB-498830', destination: 'Rodos', date: '24.11.' },
    unread: true,
    turns: [
      { from: 'customer', text: 'Moi, apua! Vaimon passi varastettiin eilen Rodoksella', minutesAgo: 9 },
      {
        from: 'customer',
        text: 'Lento kotiin on tiistaina, pääseekö hän koneeseen ilman passia ja mitä meidän pitää nyt tehdä?',
        minutesAgo: 8,
      },
    ],
  },
  {
    id: 'forum-matkamies',
    channel: 'forum',
    setting: 'public',
    customer: { name: 'matkamies63', firstName: null },
    market: 'fi',
    lang: 'fi',
    subject: 'Koiran kanssa lennolle?',
    unread: false,
    turns: [
      {
        from: 'customer',
        text: 'Koira mukaan lennolle Kreikkaan, mitä se maksaa suuntaansa? Kyseessä on pieni mäyräkoira, lemmikin passi löytyy.',
        minutesAgo: 175,
      },
      { from: 'other', by: 'sirpa_k', text: 'Me lennettiin kissan kanssa keväällä, hyvin meni.', minutesAgo: 160 },
    ],
  },
  {
    id: 'chat-aino',
    channel: 'chat',
    setting: 'private',
    customer: { name: 'Aino Virtanen', firstName: 'Aino' },
    market: 'fi',
    lang: 'fi',
    unread: false,
    turns: [
      {
        from: 'customer',
        text: 'Onko teidän lentokoneissa langatonta verkkoa, ja paljonko se maksaa koko lennolta?',
        minutesAgo: 71,
      },
    ],
  },
];
