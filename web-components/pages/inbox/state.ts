import { age, conversations } from '../conversations/all.ts';
import type { Conversation } from '../conversations/conversation.ts';

const LANG_KEY = 'nordbris-inbox-language';

/** The person at work. */
export const AGENT = { name: 'Sofia Lindqvist', firstName: 'Sofia', initials: 'SL' };

/** What the demo helpdesk knows. Nothing of it leaves the page, except what the panel asks the server. */
export class InboxState {
  lang: string;
  openId: string | null = null;
  filter = '';
  /** Narrow windows: the panel lies over the thread. */
  sheet = false;
  /** The panel offers to save the case that was answered last. */
  saveOffered = false;
  /** Suggestions for the open conversation, for the button that opens the sheet. */
  found = 0;
  readonly #all: Conversation[] = conversations();
  readonly #drafts = new Map<string, string>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.lang = storedLanguage() ?? navigator.language;
  }

  get shown(): Conversation[] {
    const words = this.filter.trim().toLowerCase();
    if (words === '') return this.#all;
    return this.#all.filter((one) =>
      `${one.customer.name} ${one.subject ?? ''} ${one.turns.map((turn) => turn.text).join(' ')}`
        .toLowerCase()
        .includes(words),
    );
  }

  get unread(): number {
    return this.#all.filter((one) => one.unread).length;
  }

  /** The conversation below the open one. */
  get next(): Conversation | null {
    return this.neighbour(1);
  }

  /** The conversation so many places below the open one; null beyond the ends. */
  neighbour(step: number): Conversation | null {
    const { shown } = this;
    return shown[shown.findIndex((one) => one.id === this.openId) + step] ?? null;
  }

  get open(): Conversation | null {
    return this.#all.find((one) => one.id === this.openId) ?? null;
  }

  select(id: string | null): void {
    if (id !== this.openId) Object.assign(this, { found: 0, saveOffered: false });
    this.openId = this.#all.some((one) => one.id === id) ? id : null;
    this.sheet = false;
    const { open } = this;
    if (open) open.unread = false;
    this.#changed();
  }

  selectFirst(): void {
    this.select(this.#all[0]?.id ?? null);
  }

  speak(lang: string): void {
    this.lang = lang;
    try {
      localStorage.setItem(LANG_KEY, lang);
    } catch {
      // A browser that keeps nothing asks again next time.
    }
    this.#changed();
  }

  showSheet(sheet: boolean): void {
    this.sheet = sheet;
    if (sheet) this.saveOffered = false;
    this.#changed();
  }

  offerSave(): void {
    this.saveOffered = true;
    this.#changed();
  }

  setFilter(filter: string): void {
    this.filter = filter;
    this.#changed();
  }

  setFound(found: number): void {
    if (found === this.found) return;
    this.found = found;
    this.#changed();
  }

  draft(id: string): string {
    return this.#drafts.get(id) ?? '';
  }

  keepDraft(id: string, text: string): void {
    this.#drafts.set(id, text);
  }

  /** Adds the reply to the thread. */
  send(id: string, text: string): void {
    const conversation = this.#all.find((one) => one.id === id);
    if (!conversation || text.trim() === '') return;
    conversation.turns = [
      ...conversation.turns,
      {
        from: conversation.channel === 'phone' ? 'note' : 'agent',
        by: AGENT.firstName,
        text: text.trim(),
        minutesAgo: 0,
      },
    ];
    this.#drafts.delete(id);
    this.#changed();
  }

  /** The agent has the last word. */
  isAnswered(conversation: Conversation): boolean {
    return conversation.turns.at(-1)?.from === 'agent';
  }

  ageOf(conversation: Conversation): number {
    return age(conversation);
  }
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(LANG_KEY);
  } catch {
    return null;
  }
}
