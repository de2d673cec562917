import type { RoomWords } from './strings/strings.ts';

/** Names that no language translates. */
const OWN: Record<string, string> = {
  messenger: 'Messenger',
  instagram: 'Instagram',
  x: 'X',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  whatsapp: 'WhatsApp',
  sms: 'SMS',
};

/** A channel as people call it; its code where nobody has said. */
export function channelName(code: string, words: RoomWords): string {
  return OWN[code] ?? wordFor(code, words);
}

/** The word for a code of the contract: a state, a kind, an audience. A code that is not known stands for itself. */
export function wordFor(code: string, words: RoomWords): string {
  return (words as Record<string, string>)[code] ?? code;
}
