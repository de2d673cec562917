import type { composeChecks } from './compose-checks.ts';
import { parseFacts } from './content/facts-file.ts';
import { renderHtml } from './content/render-html.ts';
import { setFact } from './content/set-fact.ts';
import { translationHash } from './content/translation-hash.ts';
import { setFrontMatter } from './content/write-back.ts';
import type { Adapters } from './open-adapters.ts';
import type { Ledger } from './ports/ledger.ts';
import type { PassageIndex } from './ports/passage-index.ts';
import { articleAt } from './services/article-at.ts';
import { articleBlame, articleHistory, articleVersion, compareVersions } from './services/article-history.ts';
import type { Visibility } from './services/capture-case.ts';
import { changeMany } from './services/change-many.ts';
import { createArticle } from './services/create-article.ts';
import { discardDraft, keepDraft, listDrafts, readDraft } from './services/drafts.ts';
import { listFacts, saveFact } from './services/facts.ts';
import { listArticles } from './services/list-articles.ts';
import type { LiveBank } from './services/live-bank.ts';
import { previewText } from './services/preview-text.ts';
import { readSource } from './services/read-source.ts';
import { revertArticle } from './services/revert-article.ts';
import { saveArticle } from './services/save-article.ts';

interface Desk {
  checks: ReturnType<typeof composeChecks>;
  bank: () => LiveBank;
  index: Pick<PassageIndex, 'current'>;
  author: (principalId: string) => string;
  ledger: Pick<Ledger, 'uses'>;
  redact: (text: string) => string;
  makeVisible: () => Visibility;
}

/** What the editor's desk does: saving, drafts, history, many articles at once, facts. */
export function composeDesk({ writer, history, drafts }: Adapters, { checks, ...live }: Desk) {
  const { readText, lint, tokens, checkChange: check } = checks;
  const reading = { ...live, writer, history, readText };
  const saving = { ...reading, drafts, lint, tokens, check };
  const facts = { ...reading, parseFacts: (source: string) => parseFacts(source, 'facts.yaml').facts, setFact };
  return {
    past: articleAt(facts),
    services: {
      saveArticle: saveArticle(saving),
      readSource: readSource(reading),
      createArticle: createArticle(saving),
      revertArticle: revertArticle(saving),
      changeMany: changeMany({ ...saving, setField: setFrontMatter }),
      keepDraft: keepDraft(saving),
      readDraft: readDraft(saving),
      discardDraft: discardDraft(saving),
      listDrafts: listDrafts(saving),
      articleHistory: articleHistory(reading),
      articleVersion: articleVersion(reading),
      compareVersions: compareVersions(reading),
      articleBlame: articleBlame(reading),
      listArticles: listArticles({ bank: live.bank, ledger: live.ledger }),
      previewText: previewText({ bank: live.bank, readText, renderHtml, hashOf: translationHash }),
      listFacts: listFacts(facts),
      saveFact: saveFact(facts),
    },
  };
}

/** Keeps, after each sync, the versions that others wrote; a repository's own people commit theirs. */
export function keepFoundVersions({ history }: Pick<Adapters, 'history'>, bank: () => LiveBank, now: () => Date) {
  return async (): Promise<void> => {
    if (history.kind === 'git') return history.settle([], { at: now() });
    const texts = bank().articles.flatMap(({ texts }) => texts.map(({ path, etag }) => ({ path, etag })));
    const settings = ['erfara.yaml', 'facts.yaml'].map((path) => ({ path }));
    await history.settle([...texts, ...settings], { at: now(), complete: true });
  };
}
