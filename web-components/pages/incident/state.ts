import type { ArticleOutput, IncidentPageOutput } from '../../../server/http/contract.ts';
import { clientFor, type ErfaraClient } from '../../client/client.ts';
import { RequestFailure } from '../../client/failure.ts';
import { followChanges } from '../../client/follow.ts';
import { incidentDeskOf } from '../../client/incident-desk.ts';
import { Latest } from '../../client/latest.ts';

const RETRY = 5_000;
/** The time that is left is told in minutes. */
const TICK = 20_000;

/** One incident and its answers, kept current. */
export class IncidentPageState {
  page: IncidentPageOutput | null = null;
  articles = new Map<string, ArticleOutput>();
  gone = false;
  offline = false;
  /** The language whose answers are read. */
  reads: string;
  copied: string | null = null;
  readonly lang: string;
  readonly #id: string;
  readonly #changed: () => void;
  readonly #client: ErfaraClient = clientFor('');
  readonly #latest = new Latest();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(id: string, lang: string, changed: () => void) {
    this.#id = id;
    this.lang = lang;
    this.reads = lang;
    this.#changed = changed;
  }

  follow(): void {
    followChanges(this.#client, ['incident', 'index-changed', 'incident-ending'], () => void this.load());
    setInterval(this.#changed, TICK);
    void this.load();
  }

  read(lang: string): void {
    this.reads = lang;
    this.#changed();
  }

  async copy(id: string, words: string): Promise<void> {
    await navigator.clipboard.writeText(words);
    this.copied = id;
    this.#changed();
  }

  async load(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    try {
      const found = await this.#latest.run(async (signal) => {
        const page = await incidentDeskOf(this.#client).read(this.#id, signal);
        const articles = await Promise.all(
          page.incident.answers.map(({ id }) => this.#client.article(id, {}, signal).catch(() => null)),
        );
        return { page, articles };
      });
      if (!found) return;
      this.page = found.page;
      this.articles = new Map(found.articles.flatMap((article) => (article ? [[article.id, article]] : [])));
      this.gone = false;
      this.offline = false;
    } catch (error) {
      this.gone = error instanceof RequestFailure && error.code === 'not-found';
      this.offline = !this.gone;
      if (this.offline) this.#timer = setTimeout(() => void this.load(), RETRY);
    }
    this.#changed();
  }
}
