import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from './content/lint/lint.ts';
import { readText } from './content/read-text.ts';
import type { SectionName } from './domain/article.ts';
import { type Adapters, SPLITTER } from './open-adapters.ts';
import type { Bank } from './ports/article-store.ts';
import { personalDataFinder } from './privacy/find-personal-data.ts';
import { type CheckChangeDeps, checkChange } from './services/check-change.ts';
import { checkTokens } from './services/check-token.ts';
import { keepTested } from './services/keep-tested.ts';
import { testBank } from './services/tested-bank.ts';
import type { Settings } from './settings.ts';

type Searching = Pick<CheckChangeDeps, 'index' | 'bank' | 'embedder' | 'analyser' | 'detector'>;

/** Checks of changes that nobody saved yet. `searching` says what answers now, whenever it is asked. */
export function composeChecks(settings: Settings, adapters: Adapters, searching: Searching) {
  const { build } = adapters;
  const tested = keepTested({
    memory: adapters.testMemory,
    test: (reader, input) => {
      const { analyser, detector } = searching;
      const embedder = reader.version.model === null ? null : adapters.embedder;
      // One after another: whoever wants a suggestion meanwhile waits for one of them at most.
      return testBank({ analyser, detector, embedder, reader, build, lanes: 1 })(input);
    },
  });
  const tokens = checkTokens();
  const reading = {
    readText: (markdown: string, path: string, headings: Record<string, SectionName>) => {
      const etag = createHash('sha256').update(markdown).digest('hex');
      return readText(markdown, path, { etag, headings });
    },
    lint: (bank: Bank, sources: { path: string; source: string }[]) =>
      lint({
        bank,
        sources,
        findPersonalData: personalDataFinder(bank.settings.orderNumbers),
        fileExists: (path) => existsSync(join(settings.content, path)),
        only: new Set(sources.map(({ path }) => path)),
      }),
  };
  const check = checkChange({
    ...reading,
    index: searching.index,
    bank: searching.bank,
    embedder: searching.embedder,
    get analyser() {
      return searching.analyser;
    },
    get detector() {
      return searching.detector;
    },
    build,
    tested,
    splitter: SPLITTER,
    audience: settings.audience,
    tokens,
  });
  return { ...reading, tokens, checkChange: check, stop: tested.stop };
}
