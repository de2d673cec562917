import type { ChannelNames } from './en.ts';

/** Channels as people call them; a code that is not here stands for itself. */
export const sv: ChannelNames = {
  messenger: 'Messenger',
  whatsapp: 'WhatsApp',
  x: 'X',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  'facebook-comment': 'Facebook',
  'facebook-group': 'Facebookgrupp',
  forum: 'Forum',
  blog: 'Blogg',
  review: 'Omdöme',
  email: 'E-post',
  letter: 'Brev',
  sms: 'Sms',
  chat: 'Chatt',
  phone: 'Telefon',
  store: 'Butik',
  app: 'App',
};
