/** A BCP 47 language code in the form the bank uses. Languages are configuration, not an enum. */
export type Lang = string;

/** `no` and `nn` are read as bokmål: the bank keeps one Norwegian. */
const MAPPED: Record<string, Lang> = { no: 'nb', nn: 'nb' };

/** `sv-SE` -> `sv`, `no` -> `nb`, `EL` -> `el`. */
export function normaliseLang(code: string): Lang {
  const primary = code.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return MAPPED[primary] ?? primary;
}
