/** Words of thanks, praise and farewell; a message made of these alone asks nothing. Stems match any ending. */
const PLEASANT =
  /^(?:tack\p{L}*|takk\p{L}*|tak|tusen|tusind|tusind|mange|många|så|saa|mycket|mye|meget|super\p{L}*|topp\p{L}*|toppen|bra|fint|fin|flott|perfekt\p{L}*|underbar\p{L}*|bäst\p{L}*|best\p{L}*|bedst\p{L}*|grym\p{L}*|kanon\p{L}*|härlig\p{L}*|ok|okej|okei|okay|greit|fantastis\p{L}*|dejlig\p{L}*|herlig\p{L}*|nydelig\p{L}*|för|for|hjälp\p{L}*|hjelp\p{L}*|hjælp\p{L}*|snabb\p{L}*|rask\p{L}*|hurtig\p{L}*|svar\p{L}*|er|ni|du|dere|jer|i|det|var|är|er|en|ett|et|och|og|mig|meg|den|all|alt|allt|trevlig\p{L}*|helg\p{L}*|ha|hej|hei|hi|hello|då|da|na|kiitos\p{L}*|kiitti|kiitoksia|paljon|todella|tosi|hyvä\p{L}*|hieno\p{L}*|mahtava\p{L}*|loistava\p{L}*|ihana\p{L}*|avusta\p{L}*|nopea\p{L}*|palvelu\p{L}*|teille|sinulle|oikein|moi|hei|selvä|joo|juu|ευχαριστ\p{L}*|σας|πολύ|πολυ|πάρα|παρα|τέλεια|τελεια|τέλειο|ωραία|ωραια|μπράβο|μπραβο|καλή|καλη|συνέχεια|υπέροχ\p{L}*|εξαιρετικ\p{L}*|εξυπηρέτηση|και|για|την|τη|το|βοήθεια|όλα|ολα|καλά|καλα|ναι|thanks?|thank|thx|ty|you|your|so|much|very|great|perfect|awesome|amazing|lovely|excellent|brilliant|wonderful|good|nice|cool|for|the|help\p{L}*|quick|fast|reply|service|and|that|this|is|was|it|all|got|love|best|staff|crew|flight|team|cheers|bye|see|ya|a|as|many|yes|no|nej|nei|ja|jo|jättebra|jättetack|tackar|kram\p{L}*|resa\p{L}*|reise\p{L}*|rejse\p{L}*|matka\p{L}*|service\p{L}*|personal\p{L}*|personale\p{L}*|besättning\p{L}*|älskar|elsker|rakastan|jag|jeg|vi|we|i|me|my|mitt|min|mot|från|fra|from|to|till|til|av|af|of|med|with|med|igen|igjen|again|nordbris)$/iu;
/** At least one of these makes it thanks rather than a fragment such as "min resa". */
const THANKFUL =
  /(?:tack|takk|(?<!\p{L})tak(?!\p{L})|kiito|kiitti|ευχαριστ|μπράβο|μπραβο|thank|thx|cheers|perfekt|perfect|super|topp|bra|flott|fantasti|härlig|dejlig|herlig|hyvä|hieno|mahtava|loistava|ihana|τέλει|τελει|ωραία|ωραια|υπέροχ|great|awesome|amazing|lovely|excellent|brilliant|wonderful|good|nice|cool|love|älskar|elsker|rakastan|best|bäst|bedst|ok|hej då|bye|selvä|greit|εξαιρετικ)/iu;

/**
 * True for a message that asks nothing: thanks, praise, an emoji, punctuation alone. A question mark, a digit or
 * more than a word beyond the pleasantries makes it a question.
 */
export function asksNothing(text: string): boolean {
  if (/[?;]|\d/u.test(text.replace(/[;:]-?[)(DPp]/g, ''))) return false;
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (words.length === 0) return true;
  const others = words.filter((word) => !PLEASANT.test(word)).length;
  // One word of their own in a whole sentence of thanks is still thanks; in two or three words it may be the topic.
  return words.length <= 25 && others <= (words.length >= 4 ? 1 : 0) && THANKFUL.test(text);
}

/** A short message without a question mark that thanks or praises: where nothing answers it, nothing was asked. */
export function soundsPleased(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return words.length <= 15 && !/[?;]|\d/u.test(text) && THANKFUL.test(text);
}
