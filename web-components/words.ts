export const INTERFACE_LANGUAGES = ['sv', 'nb', 'da', 'fi', 'el', 'en'];
const RETRY = 2_000;

/** The words of one part of the interface, fetched a language at a time. */
export interface Words<W> {
  /** Fetches a language's words once; English in their place where they cannot be had, and on trying until some can. */
  load(code: string): Promise<void>;
  /** The words of a language that was loaded before; of any that was, while another is on its way. */
  in(code: string): W;
}

/** `sv-FI` -> `sv`; `no` and `nn` -> `nb`; what the interface does not speak -> `en`. */
export function interfaceLang(code: string): string {
  const primary = code.toLowerCase().split(/[-_]/)[0] ?? '';
  const mapped = primary === 'no' || primary === 'nn' ? 'nb' : primary;
  return INTERFACE_LANGUAGES.includes(mapped) ? mapped : 'en';
}

/** An element's interface language: its own `lang`, the nearest around it, else the browser's. */
export function languageOf(element: HTMLElement): string {
  const around = element.parentElement?.closest<HTMLElement>('[lang]')?.lang;
  return interfaceLang(element.lang || around || navigator.language);
}

/** Each element has words of its own, so that a page fetches those of the elements it uses, in the languages it shows. */
export function wordsFrom<W>(loaders: Record<string, () => Promise<W>>): Words<W> {
  const loaded: Record<string, W> = {};
  const load = async (code: string): Promise<void> => {
    const lang = interfaceLang(code);
    if (loaded[lang]) return;
    const words = (await loaders[lang]?.().catch(() => null)) ?? (await loaders.en?.().catch(() => null));
    if (words) {
      loaded[lang] = words;
      return;
    }
    await new Promise((again) => setTimeout(again, RETRY));
    await load(code);
  };
  return {
    load,
    in(code) {
      const words = loaded[interfaceLang(code)] ?? Object.values(loaded)[0];
      if (!words) throw new Error(`The words of "${code}" are not loaded yet: await load first.`);
      return words;
    },
  };
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

/** Where dates are written: English beside European languages has the day first and 24 hours. */
export function dateLocale(lang: string): string {
  return lang === 'en' ? 'en-GB' : lang;
}

/** A language's own name in the interface's language: "grekiska", "Greek". */
export function languageName(code: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
