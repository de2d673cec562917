import { roughlyRedacted } from './rough-redaction.ts';

/** What the agent has written of a case. */
export interface CaptureFields {
  question: string;
  solution: string;
  title: string;
  tags: string;
}

const PREFIX = 'erfara-capture';
/** A draft that nobody came back to is thrown away. */
const KEPT_MS = 7 * 86_400_000;

interface Kept extends CaptureFields {
  at: number;
}

/** Drafts in the browser, one for each case, without personal data. Where nothing can be kept, `write` answers false. */
export class CaptureDrafts {
  readonly #storage: Storage | null;
  readonly #prefix: string;

  constructor(server: string, storage: Storage | null = storageOrNone()) {
    this.#storage = storage;
    this.#prefix = `${PREFIX} ${server} `;
  }

  read(reference: string): CaptureFields | null {
    this.#forgetOld();
    const { at, ...fields } = this.#kept(this.#prefix + reference) ?? { at: 0 };
    return at === 0 || reference === '' ? null : (fields as CaptureFields);
  }

  /** Keeps it, redacted; false where it could not be kept. */
  write(reference: string, fields: CaptureFields, variables: Record<string, string>): boolean {
    if (reference === '' || !this.#storage) return false;
    const entries = Object.entries(fields).map(([name, text]) => [name, roughlyRedacted(text, variables)]);
    try {
      this.#storage.setItem(
        this.#prefix + reference,
        JSON.stringify({ ...Object.fromEntries(entries), at: Date.now() }),
      );
      return true;
    } catch {
      return false;
    }
  }

  remove(reference: string): void {
    try {
      this.#storage?.removeItem(this.#prefix + reference);
    } catch {
      // Gone is what it should be.
    }
  }

  #kept(key: string): Kept | null {
    try {
      const kept = JSON.parse(this.#storage?.getItem(key) ?? 'null') as Partial<Kept> | null;
      if (!kept || typeof kept.at !== 'number' || kept.at < Date.now() - KEPT_MS) return null;
      const text = (value: unknown) => (typeof value === 'string' ? value : '');
      const { at, question, solution, title, tags } = kept;
      return { at, question: text(question), solution: text(solution), title: text(title), tags: text(tags) };
    } catch {
      return null;
    }
  }

  #forgetOld(): void {
    try {
      const keys = Array.from({ length: this.#storage?.length ?? 0 }, (_, place) => this.#storage?.key(place) ?? '');
      for (const key of keys) if (key.startsWith(PREFIX) && !this.#kept(key)) this.#storage?.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing old.
    }
  }
}

function storageOrNone(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
