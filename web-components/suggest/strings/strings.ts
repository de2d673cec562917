import type { Strings } from './en.ts';

export type { Strings } from './en.ts';

const LOADERS: Record<string, () => Promise<Strings>> = {
  sv: () => import('./sv.ts').then(({ sv }) => sv),
  nb: () => import('./nb.ts').then(({ nb }) => nb),
  da: () => import('./da.ts').then(({ da }) => da),
  fi: () => import('./fi.ts').then(({ fi }) => fi),
  el: () => import('./el.ts').then(({ el }) => el),
  en: () => import('./en.ts').then(({ en }) => en),
};
const RETRY = 2_000;

export const INTERFACE_LANGUAGES = Object.keys(LOADERS);

const loaded: Record<string, Strings> = {};

/** `sv-FI` -> `sv`; `no` and `nn` -> `nb`; what the interface does not speak -> `en`. */
export function interfaceLang(code: string): string {
  const primary = code.toLowerCase().split(/[-_]/)[0] ?? '';
  const mapped = primary === 'no' || primary === 'nn' ? 'nb' : primary;
  return INTERFACE_LANGUAGES.includes(mapped) ? mapped : 'en';
}

/** Fetches a language's words once; English in their place where they cannot be had, and on trying until some can. */
export async function loadStrings(code: string): Promise<void> {
  const lang = interfaceLang(code);
  if (loaded[lang]) return;
  const words = (await LOADERS[lang]?.().catch(() => null)) ?? (await LOADERS.en?.().catch(() => null));
  if (words) {
    loaded[lang] = words;
    return;
  }
  await new Promise((again) => setTimeout(again, RETRY));
  await loadStrings(code);
}

/** The words of a language that was loaded before; of any that was, while another is on its way. */
export function stringsFor(code: string): Strings {
  const words = loaded[interfaceLang(code)] ?? Object.values(loaded)[0];
  if (!words) throw new Error(`The words of "${code}" are not loaded yet: await loadStrings first.`);
  return words;
}

/** Puts values in a string's `{name}` places. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** "12 days ago" in the interface's language, from an ISO date or moment. */
export function ago(iso: string, lang: string, now = Date.now()): string {
  const days = Math.max(0, Math.floor((now - Date.parse(iso)) / 86_400_000));
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  if (days < 45) return format.format(-days, 'day');
  return days < 600 ? format.format(-Math.round(days / 30.4), 'month') : format.format(-Math.round(days / 365), 'year');
}

/** A language's own name in the interface's language: "grekiska", "Greek". */
export function languageName(code: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
