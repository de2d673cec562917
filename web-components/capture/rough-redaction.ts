const EMAIL = /[^\s@<>,;:()[\]{}]+@[^\s@<>,;:()[\]{}]+\.[\p{L}]{2,}/gu;
/** Six digits and more, however they are grouped: phone, identity, card and account numbers. */
const NUMBER = /\+?\d(?:[\s().\-/]?\d){5,}/g;
/** Six letters and digits and more in one word, as order numbers and account numbers are. */
const CODE = /\b(?=[A-Z\d-]{6})(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d]{2,}(?:-[A-Z\d]+)*\b/g;

/**
 * What may lie in a browser's storage before the server has seen it: takes out more than it must. Names are those the host
 * gave; `[number]` and `[e-mail]` are what stays of the rest. Variables and tokens that stand there already are kept.
 */
export function roughlyRedacted(text: string, variables: Record<string, string>): string {
  let words = text.replace(EMAIL, '[e-mail]');
  for (const [name, value] of Object.entries(variables)) {
    if (value.trim().length < 2) continue;
    const whole = value.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    words = words.replace(new RegExp(`(?<![\\p{L}\\p{N}{.])${whole}(?![\\p{L}\\p{N}])`, 'gu'), `{{${name}}}`);
  }
  return words
    .split(/(\{\{[^{}]*\}\}|\[[^[\]]*\])/)
    .map((part, place) => (place % 2 === 1 ? part : part.replace(CODE, '[number]').replace(NUMBER, '[number]')))
    .join('');
}
