/** Channels as people call them; a code that is not here stands for itself. */
export const en = {
  messenger: 'Messenger',
  whatsapp: 'WhatsApp',
  x: 'X',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  'facebook-comment': 'Facebook',
  'facebook-group': 'Facebook group',
  forum: 'Forum',
  blog: 'Blog',
  review: 'Review',
  email: 'E-mail',
  letter: 'Letter',
  sms: 'SMS',
  chat: 'Chat',
  phone: 'Phone',
  store: 'Store',
  app: 'App',
};

export type ChannelNames = typeof en;
