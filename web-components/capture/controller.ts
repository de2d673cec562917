import type { CaptureInput, CaptureOutput, CaptureSaved, SearchResult } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import { contributionsTo } from '../client/contributions.ts';
import { RequestFailure } from '../client/failure.ts';
import { Latest } from '../client/latest.ts';
import { bodyOfReply } from './body-of-reply.ts';
import type { CaptureDrafts, CaptureFields } from './drafts.ts';
import { originals, type Replaced } from './replaced.ts';

/** The draft is looked at again when the agent has not typed for so long. */
const PAUSE = 400;

/** What the host knows of the solved case. */
export interface SolvedCase {
  question: string;
  /** What the customer was sent; '' where nothing was. */
  solution: string;
  channel: string;
  market: string;
  /** The language the case is written in; '' = to be found out. */
  language: string;
  /** Of the interface, where nothing better is known. */
  fallbackLanguage: string;
  case: string;
  variables: Record<string, string>;
}

type Field = 'question' | 'solution' | 'title';

/** All that `<erfara-capture>` knows, without a page. */
export class CaptureController {
  phase: 'editing' | 'saving' | 'saved' = 'editing';
  fields: CaptureFields = { question: '', solution: '', title: '', tags: '' };
  /** The title that is made of the question when the agent gives none. */
  madeTitle = '';
  language = '';
  /** Holds in this market only; '' = in all. */
  market = '';
  asReply = false;
  /** What stands for personal data, and what it was where that is known; in the order of the texts. */
  replaced: Replaced[] = [];
  similar: SearchResult[] = [];
  saved: CaptureSaved | null = null;
  /** The title of the article that got the phrasing. */
  addedTo = '';
  failure: RequestFailure | null = null;
  /** A field that the server, or the agent's own Save, found empty. */
  missing: Field | null = null;
  /** The words came from an earlier visit. */
  restored = false;
  undone = false;
  readonly #client: ErfaraClient;
  readonly #drafts: CaptureDrafts;
  readonly #changed: () => void;
  readonly #latest = new Latest();
  #case: SolvedCase | null = null;
  #prefilled: CaptureFields = this.fields;
  #kept = false;
  #typing: keyof CaptureFields | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(client: ErfaraClient, drafts: CaptureDrafts, changed: () => void) {
    this.#client = client;
    this.#drafts = drafts;
    this.#changed = changed;
  }

  /** The market the host gave. */
  get givenMarket(): string {
    return this.#case?.market ?? '';
  }

  /** True when the agent has written something that closing would lose. */
  get wouldLose(): boolean {
    return this.phase === 'editing' && this.#touched && !this.#kept;
  }

  get #touched(): boolean {
    return JSON.stringify(this.fields) !== JSON.stringify(this.#prefilled);
  }

  /** Begins with a case, or goes on with what was written of it before. */
  async start(solved: SolvedCase, fresh = false): Promise<void> {
    const { customer, agent } = namesIn(solved.variables);
    this.#case = solved;
    const kept = fresh ? null : this.#drafts.read(solved.case);
    const solution = bodyOfReply(solved.solution, { customer, agent });
    this.fields = kept ?? { question: solved.question.trim(), solution, title: '', tags: '' };
    this.#prefilled = { ...this.fields };
    Object.assign(this, { phase: 'editing', restored: kept !== null, undone: false, saved: null, failure: null });
    Object.assign(this, { similar: [], replaced: [], missing: null, madeTitle: '', addedTo: '' });
    this.#kept = kept !== null;
    this.market = solved.market;
    this.asReply = solution !== '';
    this.language = solved.language || solved.fallbackLanguage;
    if (fresh) this.#drafts.remove(solved.case);
    this.#changed();
    if (solved.language === '' && this.fields.question !== '') await this.#findLanguage();
    await this.#look();
  }

  edit(field: keyof CaptureFields, value: string): void {
    this.fields = { ...this.fields, [field]: value };
    if (this.missing === field) this.missing = null;
    this.undone = false;
    this.#typing = field;
    this.#keep();
    this.#later();
    this.#changed();
  }

  setLanguage(language: string): void {
    this.language = language;
    this.#later();
    this.#changed();
  }

  /** The agent left a field: its words may be replaced now, not under the cursor. */
  left(): void {
    this.#typing = null;
    if (this.phase === 'editing' && this.#touched) void this.#look();
  }

  /** Saves the case. Near duplicates that were not shown yet are shown first: `similar` is then not empty. */
  async save(): Promise<void> {
    if (this.phase !== 'editing') return;
    this.missing = !hasWords(this.fields.question) ? 'question' : !hasWords(this.fields.solution) ? 'solution' : null;
    if (this.missing) return this.#changed();
    await this.#send({ ...this.#input(), ...(this.similar.length > 0 ? { acceptNew: true } : {}) });
  }

  /** Adds the customer's words to an article that is there. */
  async addPhrasing(article: SearchResult): Promise<void> {
    if (this.phase !== 'editing') return;
    const { lang, question, names } = this.#input();
    this.addedTo = article.title;
    await this.#send({ lang, question, ...(names ? { names } : {}), addPhrasingTo: article.id });
  }

  /** True when the article has a text in the case's language, which its questions must be in. */
  takesPhrasing(article: SearchResult): boolean {
    return article.languages.includes(this.language);
  }

  async undo(): Promise<boolean> {
    const undo = this.saved?.undo;
    if (!undo) return false;
    try {
      await contributionsTo(this.#client).undoCapture(undo);
    } catch (error) {
      this.#failed(error);
      return false;
    }
    this.phase = 'editing';
    this.saved = null;
    this.failure = null;
    this.undone = true;
    this.similar = [];
    this.#keep();
    this.#changed();
    return true;
  }

  /** Throws the draft away and begins again with what the host gave. */
  startOver(): void {
    if (this.#case) void this.start(this.#case, true);
  }

  stop(): void {
    this.#latest.stop();
    if (this.#timer) clearTimeout(this.#timer);
  }

  async #send(input: CaptureInput): Promise<void> {
    this.#latest.stop();
    if (this.#timer) clearTimeout(this.#timer);
    this.phase = 'saving';
    this.failure = null;
    this.#changed();
    try {
      const output = await contributionsTo(this.#client).capture(input);
      this.phase = output.saved ? 'saved' : 'editing';
      this.saved = output.saved;
      this.#take(output, input);
      if (output.saved) this.#drafts.remove(this.#case?.case ?? '');
    } catch (error) {
      this.phase = 'editing';
      this.#failed(error);
      return;
    }
    this.#changed();
  }

  /** Asks what would be saved: personal data replaced, and near duplicates. Fails silently; saving tells. */
  async #look(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    if (!hasWords(this.fields.question) || this.phase !== 'editing') return;
    const input = { ...this.#input(), preview: true };
    // The server asks for both; what solved it may not be written yet.
    if (!hasWords(this.fields.solution)) input.solution = input.question;
    const output = await this.#latest
      .run((signal) => contributionsTo(this.#client).capture(input, signal))
      .catch(() => undefined);
    if (!output || this.phase !== 'editing') return;
    this.#take(output, input);
    this.#changed();
  }

  #later(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), PAUSE);
  }

  /** Puts the draft in the place of what was sent, where the agent has written nothing else meanwhile. */
  #take({ draft, similar }: CaptureOutput, sent: CaptureInput): void {
    const untouched = !this.#touched;
    this.similar = similar;
    this.madeTitle = draft.title;
    const next = { ...this.fields };
    const replaced: Replaced[] = [];
    for (const field of ['title', 'question', 'solution'] as const) {
      const written = sent[field] ?? '';
      if (written === '' || (field === 'solution' && written !== this.fields.solution)) continue;
      const spans = draft.replaced.filter((each) => each.field === field).map(({ span }) => span);
      replaced.push(...originals(written, draft[field], spans));
      if (next[field] === written && this.#typing !== field) next[field] = draft[field];
    }
    this.fields = next;
    this.replaced = merged(replaced, this.replaced);
    if (untouched) this.#prefilled = { ...next };
    else this.#keep();
  }

  #input(): CaptureInput & { question: string } {
    const { question, solution, title, tags } = this.fields;
    const { channel = '', case: reference = '', variables = {} } = this.#case ?? {};
    const names = namesIn(variables);
    const listed = tags
      .split(',')
      .map((tag) => tag.trim().replace(/\s+/g, '-'))
      .filter(Boolean);
    return {
      lang: this.language,
      question,
      solution,
      ...(this.asReply && hasWords(solution) ? { reply: solution } : {}),
      ...(title.trim() ? { title } : {}),
      ...(channel ? { channel } : {}),
      ...(this.market ? { market: this.market } : {}),
      ...(listed.length > 0 ? { tags: listed } : {}),
      ...(Object.keys(names).length > 0 ? { names } : {}),
      ...(reference ? { source: { ref: reference } } : {}),
    };
  }

  async #findLanguage(): Promise<void> {
    const { question } = this.fields;
    const found = await this.#client.suggest({ message: question, limit: 1 }).catch(() => null);
    if (found && this.language === this.#case?.fallbackLanguage) this.language = found.query.lang;
  }

  #keep(): void {
    const { case: reference = '', variables = {} } = this.#case ?? {};
    this.#kept = this.#drafts.write(reference, this.fields, variables);
  }

  #failed(error: unknown): void {
    this.failure = error instanceof RequestFailure ? error : new RequestFailure('refused', String(error));
    const places = this.failure.details.map(({ path }) => path);
    this.missing = places.includes('question') ? 'question' : places.includes('solution') ? 'solution' : null;
    this.#changed();
  }
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

function namesIn(variables: Record<string, string>): { customer?: string; agent?: string } {
  const customer = variables['customer.first_name']?.trim();
  const agent = variables['agent.first_name']?.trim();
  return { ...(customer ? { customer } : {}), ...(agent ? { agent } : {}) };
}

/** What was known of a token is kept when the text comes back with the token in it. */
function merged(now: Replaced[], before: Replaced[]): Replaced[] {
  const known = before.filter(({ text, was }) => was !== null && now.some((each) => each.text === text));
  const all = [...known, ...now.filter(({ was }) => was !== null)];
  const named = all.filter((each, place) => all.findIndex((o) => o.text === each.text && o.was === each.was) === place);
  const unnamed = now.filter(({ text }) => !named.some((each) => each.text === text));
  return [...named, ...unnamed.filter((each, place) => unnamed.findIndex(({ text }) => text === each.text) === place)];
}
