import { v7 as uuid } from 'uuid';
import type { Flag, FlagProblem } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import { contributionsTo } from '../client/contributions.ts';
import { RequestFailure } from '../client/failure.ts';

export const PROBLEMS: FlagProblem[] = ['wrong', 'outdated', 'incomplete', 'unclear', 'translation', 'other'];

/** The article that a remark is about. */
export interface FlaggedArticle {
  id: string;
  lang: string;
  etag?: string;
  title: string;
}

/** All that `<erfara-flag>` knows, without a page. */
export class FlagController {
  phase: 'editing' | 'sending' | 'sent' = 'editing';
  article: FlaggedArticle | null = null;
  problem: FlagProblem | null = null;
  comment = '';
  /** The words that led to the article; '' when the agent leaves them out. */
  phrasing = '';
  flag: Flag | null = null;
  failure: RequestFailure | null = null;
  /** Nothing was said yet when the agent sent it. */
  empty = false;
  withdrawn = false;
  /** The same remark sent again after a failure counts once. */
  #id = uuid();
  readonly #client: ErfaraClient;
  readonly #changed: () => void;

  constructor(client: ErfaraClient, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
  }

  get wouldLose(): boolean {
    return this.phase === 'editing' && this.comment.trim() !== '';
  }

  /** Begins a remark; one about the same article that is being written stays. */
  start(article: FlaggedArticle, phrasing: string): void {
    if (this.article?.id === article.id && this.article.lang === article.lang && this.phase === 'editing') return;
    Object.assign(this, { phase: 'editing', article, phrasing: phrasing.trim().slice(0, 2000), problem: null });
    Object.assign(this, { comment: '', flag: null, failure: null, empty: false, withdrawn: false });
    this.#id = uuid();
    this.#changed();
  }

  edit(change: Partial<Pick<FlagController, 'problem' | 'comment' | 'phrasing'>>): void {
    Object.assign(this, change, { empty: false, withdrawn: false });
    this.#changed();
  }

  async send(): Promise<void> {
    const { article, problem, comment, phrasing } = this;
    if (this.phase !== 'editing' || !article) return;
    this.empty = comment.trim() === '' && (problem ?? 'other') === 'other';
    if (this.empty) return this.#changed();
    await this.#ask('sending', async () => {
      const { id, lang, etag } = article;
      this.flag = await contributionsTo(this.#client).flag({
        id: this.#id,
        article: { id, lang, ...(etag ? { etag } : {}) },
        comment,
        ...(problem ? { problem } : {}),
        ...(phrasing ? { phrasing } : {}),
      });
      this.phase = 'sent';
    });
  }

  /** Takes it back; the words stay for another try. */
  async withdraw(): Promise<boolean> {
    const { flag } = this;
    if (!flag) return false;
    await this.#ask('sent', async () => {
      await contributionsTo(this.#client).withdrawFlag(flag.id);
      this.phase = 'editing';
      this.flag = null;
      this.withdrawn = true;
      this.#id = uuid();
    });
    return this.withdrawn;
  }

  async #ask(meanwhile: FlagController['phase'], work: () => Promise<void>): Promise<void> {
    this.phase = meanwhile;
    this.failure = null;
    this.#changed();
    try {
      await work();
    } catch (error) {
      this.phase = this.flag ? 'sent' : 'editing';
      this.failure = error instanceof RequestFailure ? error : new RequestFailure('refused', String(error));
    }
    this.#changed();
  }
}
