import type { Flag } from '../../../server/http/contract.ts';
import type { ErfaraClient } from '../../client/client.ts';

/** Open remarks on an article, to be answered where they are read. */
export class RemarkAnswers {
  readonly #client: ErfaraClient;
  readonly #changed: () => void;
  readonly #flags = new Map<string, Flag[]>();

  constructor(client: ErfaraClient, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
  }

  /** null until they have come. */
  of(article: string): Flag[] | null {
    const known = this.#flags.get(article);
    if (known) return known;
    this.#flags.set(article, []);
    const path = `/v1/flags?state=open&article=${encodeURIComponent(article)}`;
    this.#client.request<{ flags: Flag[] }>(path, {}).then(
      ({ flags }) => {
        this.#flags.set(article, flags);
        this.#changed();
      },
      () => this.#flags.delete(article),
    );
    return null;
  }

  async answer({ id, article }: Flag, answer: string): Promise<void> {
    const body = JSON.stringify({ answer });
    await this.#client.request<Flag>(`/v1/flags/${encodeURIComponent(id)}/answer`, { method: 'POST', body });
    this.#flags.set(
      article.id,
      (this.#flags.get(article.id) ?? []).filter((flag) => flag.id !== id),
    );
    this.#changed();
  }
}
