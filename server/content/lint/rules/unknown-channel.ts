import type { Rule } from '../rule.ts';

export const unknownChannel: Rule = {
  id: 'unknown-channel',
  severity: 'warning',
  fix: 'Correct the word after the colon, or add the channel to erfara.yaml.',
  text(view) {
    return view.variants
      .filter(({ channel }) => channel !== null && !Object.hasOwn(view.settings.channels, channel))
      .map((section) => ({
        place: view.heading(section),
        message: `"${section.channel}" is not a channel in erfara.yaml, so this wording is never used.`,
      }));
  },
};
