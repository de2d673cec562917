import { fill } from '../../words.ts';
import { panelWords } from '../strings/strings.ts';
import type { Panel } from './panel.ts';

/** What a screen reader is told of the panel's present state; '' when there is nothing new to say. */
export function announcement({ controller, lang }: Pick<Panel, 'controller' | 'lang'>): string {
  const strings = panelWords.in(lang);
  if (controller.lost) return controller.lost.kind === 'busy' ? strings.notReady : strings.notConnected;
  if (controller.phase === 'waiting' && !controller.output) return strings.loading;
  if (controller.phase !== 'answered' || !controller.output || controller.quiet) return '';
  const count = controller.suggestions.length;
  if (count === 0)
    return controller.allPutAway
      ? strings.allPutAway
      : controller.reason === 'no-question' || controller.reason === 'empty-query'
        ? ''
        : strings.noAnswer;
  return count === 1 ? strings.announceOne : fill(strings.announceSome, { n: count });
}
