import type { Draft } from '../domain/saving.ts';

/** A draft as it is kept: one for each author and text. */
export interface StoredDraft extends Omit<Draft, 'mine'> {
  /** A keyed name of whoever wrote it; it stays the same. */
  author: string;
}

/** Texts that are not saved yet. A write that resolved is on disk, whole. */
export interface DraftStore {
  /** Puts it in the place of the author's last draft of the text. @throws ErfaraError `disk-full`. */
  keep(draft: StoredDraft): Promise<void>;
  read(author: string, id: string, lang: string): Promise<StoredDraft | null>;
  /** One that is not there is no error. */
  discard(author: string, id: string, lang: string): Promise<void>;
  /** Everybody's, newest first. A broken one is left out. */
  list(): Promise<StoredDraft[]>;
}
