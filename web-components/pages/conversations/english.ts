import type { Conversation } from './conversation.ts';

export const english: Conversation[] = [
  {
    id: 'x-priya',
    channel: 'x',
    setting: 'public',
    customer: { name: 'Priya Nair', firstName: 'Priya' },
    market: 'se',
    lang: 'en',
    unread: true,
    turns: [
      {
        from: 'customer',
        text: '@nordbris NB 412 landed five hours late last night. How much compensation am I owed for the delay and how do I claim it?',
        minutesAgo: 13,
      },
    ],
  },
  {
    id: 'chat-daniel',
    channel: 'chat',
    setting: 'private',
    customer: { name: 'Daniel Okafor', firstName: 'Daniel' },
    market: 'se',
    lang: 'en',
    unread: false,
    turns: [
      { from: 'customer', text: 'Hi there', minutesAgo: 58 },
      { from: 'agent', text: 'Hi Daniel, how can I help?', minutesAgo: 57 },
      {
        from: 'customer',
        text: 'Flew to Crete two weeks ago and the Plus points for the trip never showed up on my account',
        minutesAgo: 56,
      },
    ],
  },
  {
    id: 'email-growth',
    channel: 'email',
    setting: 'private',
    customer: { name: 'Rank Boosters', firstName: null },
    market: 'se',
    lang: 'en',
    subject: 'Page one of every search engine, guaranteed',
    unread: false,
    turns: [
      {
        from: 'customer',
        text: 'Dear website owner,\n\nWe noticed your site is missing valuable backlinks. Our certified team will place 5,000 premium links and bring you to page one within 30 days. Limited offer this week: 70 % off all packages. Reply YES to get our price list.\n\nRank Boosters Team',
        minutesAgo: 330,
      },
    ],
  },
];
