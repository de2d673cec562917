import { interfaceLang } from './words.ts';

/** An element's interface language: its own `lang`, the nearest around it, else the browser's. */
export function languageOf(element: HTMLElement): string {
  const around = element.parentElement?.closest<HTMLElement>('[lang]')?.lang;
  return interfaceLang(element.lang || around || navigator.language);
}
