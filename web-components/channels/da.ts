import type { ChannelNames } from './en.ts';

/** Channels as people call them; a code that is not here stands for itself. */
export const da: ChannelNames = {
  messenger: 'Messenger',
  whatsapp: 'WhatsApp',
  x: 'X',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  'facebook-comment': 'Facebook',
  'facebook-group': 'Facebook-gruppe',
  forum: 'Forum',
  blog: 'Blog',
  review: 'Anmeldelse',
  email: 'E-mail',
  letter: 'Brev',
  sms: 'Sms',
  chat: 'Chat',
  phone: 'Telefon',
  store: 'Butik',
  app: 'App',
};
