const NAME = /^\p{Lu}\p{Ll}+(?:[-’']\p{Lu}?\p{Ll}+)*(?: \p{Lu}\p{Ll}+)?$/u;
/** Words of accounts and companies that look like names. */
const NO_NAME =
  /\b(?:oyj?|ltd|inc|gmbh|group|team|shop|store|butik|support|service|kund|kunde|asiakas|customer|guest|gäst|gjest|gæst|user|användare|bruker|bruger|käyttäjä|anonym(?:ous)?|unknown|okänd|ukjent|ukendt|test|info|admin|facebook|google)\d*\b/i;
const LONGEST = 30;
const VOWELS = /αι|ει|οι|ου|αυ|ευ|[αεηιουωϊϋ]/g;
/** Everyday names on -ιος that keep the short form. */
const SHORT = /^(?:Στέλιος|Μάριος)$/;

/** A first name as a greeting in `lang` may call it, or null: handles, companies and other alphabets are no names to call. */
export function calledName(name: string, lang: string): string | null {
  const given = name.normalize('NFC').trim();
  if (given.length > LONGEST || !NAME.test(given) || NO_NAME.test(given)) return null;
  if (lang === 'el') return vocative(given);
  return /^[\p{Script=Latin}\s’'-]+$/u.test(given) ? given : null;
}

/** A Greek name as it is called; null where the ending does not tell. */
function vocative(name: string): string | null {
  if (!/^[Α-Ωα-ωΆ-Ώά-ώϊϋΐΰ]+$/.test(name)) return null;
  if (/[αάηήωώιίουούυύ]$/.test(name)) return name;
  if (/(?:[αά]|[ηή])ς$/.test(name)) return name.slice(0, -1);
  if (!name.endsWith('ος')) return null;
  const stress = name.search(/[άέήίόύώΐΰΆΈΉΊΌΎΏ]/);
  if (stress < 0) return null;
  const after = name.slice(stress + 1).match(VOWELS)?.length ?? 0;
  const formal = (after >= 2 && !SHORT.test(name)) || name.endsWith('ίνος');
  return name.slice(0, -2) + (formal ? 'ε' : 'ο');
}
