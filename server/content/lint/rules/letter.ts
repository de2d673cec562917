import type { Section } from '../../../domain/article.ts';
import { linksIn } from '../links.ts';
import type { Finding, Rule } from '../rule.ts';
import type { TextView } from '../text-view.ts';
import { ADDRESS, GREETINGS, NEXT_STEPS, SIGN_OFFS } from '../words/letter-words.ts';
import { findPhrase } from '../words/phrases.ts';

export const greetingInBody: Rule = {
  id: 'greeting-in-body',
  severity: 'warning',
  fix: 'Begin with the answer. The greeting is added where it belongs, with the name.',
  text(view) {
    return view.replies.flatMap((section): Finding[] => {
      const own = firstOf(section.markdown, view.settings.languages[view.text.lang]?.voice.greetingNoName ?? '');
      const found = findPhrase(GREETINGS, view.text.lang, section.markdown);
      if (!own && found?.at !== 0) return [];
      const words = found?.at === 0 ? found.words : own;
      return [{ place: view.inside(section, 0), message: `"${words}" greets; so will the greeting that is added.` }];
    });
  },
};

export const signOffInBody: Rule = {
  id: 'sign-off-in-body',
  severity: 'warning',
  fix: 'End with the next step. The sign-off is added where it belongs, with the name.',
  text(view) {
    return view.replies.flatMap((section): Finding[] => {
      const [own = ''] = (view.settings.languages[view.text.lang]?.voice.signOff ?? '').split(/[\n{]/);
      const closing = lastSentences(section.markdown).find(
        ({ words }) =>
          findPhrase(SIGN_OFFS, view.text.lang, words)?.at === 0 ||
          (own.length > 3 && words.toLowerCase().startsWith(own.trim().toLowerCase().replace(/,$/, ''))) ||
          /^(?:\/|[–—-] ?)(?:\{\{\s*agent\.\w+\s*\}\}|\p{Lu}\p{Ll}+)$/u.test(words),
      );
      if (!closing) return [];
      const message = `"${closing.words}" signs off; so will the sign-off that is added.`;
      return [{ place: view.inside(section, closing.at), message }];
    });
  },
};

export const formLetter: Rule = {
  id: 'form-letter',
  severity: 'hint',
  fix: 'Say it as you would to somebody who stands before you.',
  text(view) {
    const phrases = view.settings.languages[view.text.lang]?.formLetter ?? [];
    return view.replies.flatMap((section) =>
      phrases.flatMap((phrase): Finding[] => {
        const at = section.markdown.toLowerCase().indexOf(phrase.toLowerCase());
        return at < 0 ? [] : [{ place: view.inside(section, at), message: `"${phrase}" reads like a form letter.` }];
      }),
    );
  },
};

export const noNextStep: Rule = {
  id: 'no-next-step',
  severity: 'hint',
  fix: 'Say what happens now, by when, or what the customer does next.',
  text(view) {
    const base = view.baseReply;
    if (!base || base.markdown === '' || !(view.text.lang in NEXT_STEPS)) return [];
    const steps = findPhrase(NEXT_STEPS, view.text.lang, base.markdown) || linksIn(base.markdown).length > 0;
    if (steps || /[?;]\s*$/.test(base.markdown)) return [];
    return [{ place: view.heading(base), message: 'The Reply has no next step.' }];
  },
};

export const mixedAddress: Rule = {
  id: 'mixed-address',
  severity: 'hint',
  fix: 'Keep to one form of address throughout.',
  text(view) {
    const forms = ADDRESS[view.text.lang];
    if (!forms) return [];
    return view.replies.flatMap((section) => mixed(view, section, forms));
  },
};

function mixed(view: TextView, section: Section, forms: { familiar: RegExp; formal: RegExp }): Finding[] {
  const familiar = [...section.markdown.matchAll(forms.familiar)][0];
  const formal = [...section.markdown.matchAll(forms.formal)][0];
  if (!familiar || !formal) return [];
  const later = Math.max(familiar.index, formal.index);
  const message = `"${familiar[0]}" and "${formal[0]}" address the customer in two ways.`;
  return [{ place: view.inside(section, later), message }];
}

/** The opening of `markdown` that is `words` without their punctuation, when it is followed by a break. */
function firstOf(markdown: string, words: string): string {
  const bare = words.replace(/[\s,!.]+$/, '');
  if (bare === '' || !markdown.toLowerCase().startsWith(bare.toLowerCase())) return '';
  return /^[\s,!.]/.test(markdown.slice(bare.length)) ? markdown.slice(0, bare.length) : '';
}

/** The last two sentences or lines. */
function lastSentences(markdown: string): { words: string; at: number }[] {
  return [...markdown.matchAll(/[^\n.!?]+[.!?]*/g)]
    .filter((match) => match[0].trim() !== '')
    .slice(-2)
    .map((match) => ({
      words: match[0].trim().replace(/[.!?]+$/, ''),
      at: match.index + match[0].length - match[0].trimStart().length,
    }));
}
