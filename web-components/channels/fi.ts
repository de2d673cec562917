import type { ChannelNames } from './en.ts';

/** Channels as people call them; a code that is not here stands for itself. */
export const fi: ChannelNames = {
  messenger: 'Messenger',
  whatsapp: 'WhatsApp',
  x: 'X',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  'facebook-comment': 'Facebook',
  'facebook-group': 'Facebook-ryhmä',
  forum: 'Foorumi',
  blog: 'Blogi',
  review: 'Arvostelu',
  email: 'Sähköposti',
  letter: 'Kirje',
  sms: 'Tekstiviesti',
  chat: 'Chat',
  phone: 'Puhelin',
  store: 'Myymälä',
  app: 'Sovellus',
};
