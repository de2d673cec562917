import { wordsFrom } from '../../../words.ts';
import type { ShellWords } from './en.ts';

export type { ShellWords } from './en.ts';

export const shellWords = wordsFrom<ShellWords>({
  sv: () => import('./sv.ts').then(({ sv }) => sv),
  nb: () => import('./nb.ts').then(({ nb }) => nb),
  da: () => import('./da.ts').then(({ da }) => da),
  fi: () => import('./fi.ts').then(({ fi }) => fi),
  el: () => import('./el.ts').then(({ el }) => el),
  en: () => import('./en.ts').then(({ en }) => en),
});
