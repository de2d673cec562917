import type { Finding, Rule } from '../rule.ts';
import { sentText } from '../sent-text.ts';

const MOST_SENTENCES = 4;

export const spokenReply: Rule = {
  id: 'spoken-reply',
  severity: 'hint',
  fix: 'Write two to four sentences as one would say them, and send the address afterwards.',
  text(view) {
    return view.variants.flatMap((section): Finding[] => {
      if (!view.settings.channels[section.channel ?? '']?.spoken) return [];
      const said = sentText(section.markdown);
      const sentences = said.split(/[.!?;](?=\s|$)/).filter((part) => /\p{L}{2}/u.test(part)).length;
      const link = section.markdown.search(/https?:\/\/|www\./i);
      return [
        ...(link >= 0 ? [{ place: view.inside(section, link), message: 'Nobody can say an address aloud.' }] : []),
        ...(sentences > MOST_SENTENCES
          ? [
              {
                place: view.heading(section),
                message: `${sentences} sentences; a listener keeps about ${MOST_SENTENCES}.`,
              },
            ]
          : []),
      ];
    });
  },
};
