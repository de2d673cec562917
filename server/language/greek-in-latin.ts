/**
 * Greek written in Latin letters ("greeklish"), as people type it without a Greek keyboard. The mapping follows the
 * sound- and look-alike conventions described by Androutsopoulos (2009), "Greeklish: transliteration practice".
 */
const DIGRAPHS: [RegExp, string][] = [
  [/th/g, 'θ'],
  [/ch/g, 'χ'],
  [/ps/g, 'ψ'],
  [/ks/g, 'ξ'],
  [/ou/g, 'ου'],
];
const LETTERS: Record<string, string> = {
  a: 'α',
  b: 'μπ',
  c: 'κ',
  d: 'δ',
  e: 'ε',
  f: 'φ',
  g: 'γ',
  h: 'η',
  i: 'ι',
  j: 'ξ',
  k: 'κ',
  l: 'λ',
  m: 'μ',
  n: 'ν',
  o: 'ο',
  p: 'π',
  q: 'θ',
  r: 'ρ',
  s: 'σ',
  t: 'τ',
  u: 'υ',
  v: 'β',
  w: 'ω',
  x: 'χ',
  y: 'υ',
  z: 'ζ',
  '3': 'ξ',
  '8': 'θ',
  '9': 'θ',
};

/** Short words that are frequent in Greek messages in Latin letters and rare in the bank's other languages. */
const MARKERS = new Set(
  (
    'kai tha den einai thelw thelo mou sas mas gia apo pws pos pou pote giati exw exo mporw mporo mporeite mporoume sto sti stin ston ths tis ' +
    'tou twn ton thn tin kalimera kalhmera kalispera kalhspera geia xairete parakalw parakalo euxaristw efxaristo efharisto ti einai kanw kano mia ena alla otan ' +
    'prepei ginetai ginei exei exete mporei sthn apo me se na an thelete mexri meta prin poso posa poia poio xreiazomai xreiazetai ptisi pthsh valitsa valitses lefta xrhmata xrimata eisitirio eisithrio krathsh kratisi apoikia'
  ).split(' '),
);
/** Words above that are also words of another language: they count only beside others. */
const WEAK = new Set(['me', 'se', 'na', 'an', 'ti', 'ton', 'kano', 'alla', 'tis', 'meta', 'pos', 'sas', 'mas', 'mia', 'ena', 'pou', 'den', 'sto', 'tou', 'kai']);

/** True when a message in Latin letters is most likely Greek. */
export function isGreekInLatin(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  if (words.length === 0 || /[åäöæøΑ-Ωα-ω]/iu.test(text)) return false;
  const strong = words.filter((word) => MARKERS.has(word) && !WEAK.has(word)).length;
  const weak = words.filter((word) => WEAK.has(word)).length;
  const endings = words.filter((word) => /(eis|oume|ousa|ontai|etai|eite|ikos|ismos|hsh|hsw|isw|iso|hke|ike|thhke|omai|atos|ata|wn)$/.test(word)).length;
  const share = (2 * strong + weak + endings) / words.length;
  return share >= 0.5 && strong + endings >= 1 && weak + strong + endings >= 2;
}

/** The same message in Greek letters, without accents. Words with digits inside, such as codes, stay as they are. */
export function toGreekLetters(text: string): string {
  return text.replace(/[A-Za-z0-9-]+/g, (word) => {
    if (/^\d+$/.test(word) || /[A-Z]+-?\d{2,}/.test(word)) return word;
    let greek = word.toLowerCase();
    for (const [pattern, letters] of DIGRAPHS) greek = greek.replace(pattern, letters);
    greek = greek.replace(/[a-z389]/g, (letter) => LETTERS[letter] ?? letter);
    return greek.replace(/σ$/u, 'ς');
  });
}
