import type { Gap, GapsInput, GapsOutput } from '../../domain/curation.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { LiveBank } from '../live-bank.ts';
import { requireInside, requireScope } from '../scope.ts';
import type { FindGaps, FoundGap } from './find-gaps.ts';

const USUAL = 50;

export interface ListGapsDeps {
  gaps: FindGaps;
  bank: () => LiveBank;
}

/** What customers asked and nothing answered, most cases first; the open ones unless another state is asked for. */
export function listGaps({ gaps, bank }: ListGapsDeps) {
  return async ({ state = 'open', lang, channel, limit }: GapsInput, ctx: Ctx): Promise<GapsOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const found = (await gaps(ctx)).filter(
      (gap) =>
        gap.state === state &&
        (lang === undefined || gap.languages.includes(lang)) &&
        (channel === undefined || gap.channels.includes(channel)),
    );
    return {
      requestId: ctx.requestId,
      gaps: found.slice(0, limit ?? USUAL).map(asGap),
      from: bank().settings.gaps.from,
    };
  };
}

/** Without what only services need of it. */
export function asGap({ asked: _, market: __, requests: ___, ...gap }: FoundGap): Gap {
  return gap;
}
