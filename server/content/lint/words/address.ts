import type { Lang } from '../../../domain/language.ts';
import { anyOf } from './phrases.ts';

/** Two forms of address that do not belong in one reply. */
export const ADDRESS: Record<Lang, { familiar: RegExp; formal: RegExp }> = {
  sv: { familiar: anyOf('du', 'dig', 'din', 'ditt', 'dina'), formal: capital('Ni', 'Er', 'Ert', 'Era') },
  nb: { familiar: anyOf('du', 'deg', 'din', 'ditt', 'dine'), formal: capital('De', 'Dem', 'Deres') },
  da: { familiar: anyOf('du', 'dig', 'din', 'dit', 'dine'), formal: capital('De', 'Dem', 'Deres') },
  fi: {
    familiar: anyOf('sinä', 'sinun', 'sinulle', 'sinulla', 'sinut', 'sinua'),
    formal: anyOf('te', 'teidän', 'teille', 'teillä', 'teidät', 'teitä'),
  },
  el: {
    familiar: anyOf('εσύ', 'εσένα', 'σου', 'μπορείς', 'θέλεις', 'έχεις', 'στείλε', 'γράψε', 'είσαι', 'πες'),
    formal: anyOf('εσείς', 'εσάς', 'σας', 'μπορείτε', 'θέλετε', 'έχετε', 'στείλτε', 'γράψτε'),
  },
};

/** A word with a capital where no sentence begins. */
function capital(...words: string[]): RegExp {
  return new RegExp(`(?<=[\\p{Ll}\\p{N},;] )(?:${words.join('|')})(?!\\p{L})`, 'gu');
}
