import { messageLength } from '../../../domain/message-length.ts';
import { filledIn, marketsOf } from '../fill.ts';
import type { Finding, Rule } from '../rule.ts';
import { sentText } from '../sent-text.ts';

const UNITS = { chars: 'characters', sms: 'SMS parts', x: 'characters as X counts them' };

export const variantTooLong: Rule = {
  id: 'variant-too-long',
  severity: 'error',
  fix: 'Say less: the answer, by when, and the next step.',
  text(view) {
    const voice = view.settings.languages[view.text.lang]?.voice;
    return view.variants.flatMap((section): Finding[] => {
      const channel = view.settings.channels[section.channel ?? ''];
      if (!channel) return [];
      const filled = new Set(marketsOf(view).map((market) => filledIn(view, section.markdown, market)));
      const bodies = [...filled].map(sentText);
      const greeting = channel.greeting && voice ? `${voice.greeting}\n` : '';
      const signOff = { long: voice?.signOff, short: voice?.signOffShort, none: undefined }[channel.signOff];
      const around = (body: string) =>
        `${greeting}${body}${signOff ? `\n${signOff}` : ''}`.replace(/\{(?:name|agent)\}/g, 'Christina');
      const length = Math.max(...bodies.map((body) => messageLength(body, channel.unit)));
      const whole = Math.max(...bodies.map((body) => messageLength(around(body), channel.unit)));
      const place = view.heading(section);
      if (channel.limit !== null && whole > channel.limit) {
        const message = `${whole} ${UNITS[channel.unit]} with greeting and sign-off; ${section.channel} takes ${channel.limit}.`;
        return [{ place, message }];
      }
      if (length <= channel.good * 1.5) return [];
      const message = `${length} ${UNITS[channel.unit]}; in ${section.channel} people read about ${channel.good}.`;
      return [{ place, message, severity: 'hint' }];
    });
  },
};
