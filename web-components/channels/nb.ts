import type { ChannelNames } from './en.ts';

/** Channels as people call them; a code that is not here stands for itself. */
export const nb: ChannelNames = {
  messenger: 'Messenger',
  whatsapp: 'WhatsApp',
  x: 'X',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  'facebook-comment': 'Facebook',
  'facebook-group': 'Facebook-gruppe',
  forum: 'Forum',
  blog: 'Blogg',
  review: 'Omtale',
  email: 'E-post',
  letter: 'Brev',
  sms: 'SMS',
  chat: 'Chat',
  phone: 'Telefon',
  store: 'Butikk',
  app: 'App',
};
