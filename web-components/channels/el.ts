import type { ChannelNames } from './en.ts';

/** Channels as people call them; a code that is not here stands for itself. */
export const el: ChannelNames = {
  messenger: 'Messenger',
  whatsapp: 'WhatsApp',
  x: 'X',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  'facebook-comment': 'Facebook',
  'facebook-group': 'Ομάδα Facebook',
  forum: 'Φόρουμ',
  blog: 'Ιστολόγιο',
  review: 'Κριτική',
  email: 'E-mail',
  letter: 'Επιστολή',
  sms: 'SMS',
  chat: 'Chat',
  phone: 'Τηλέφωνο',
  store: 'Κατάστημα',
  app: 'Εφαρμογή',
};
