import type { SectionName, Text } from '../domain/article.ts';
import type { Lang } from '../domain/language.ts';

/** A text that is not there yet. `heading` is the section's name as the bank's readers write it. */
export interface NewText
  extends Pick<Text, 'id' | 'lang' | 'kind' | 'title' | 'state' | 'audience' | 'governance' | 'tags' | 'questions'> {
  markets: string[] | null;
  source: Record<string, string>;
  sections: { name: SectionName; heading: string; markdown: string }[];
}

/** Where a text lies, below the content folder, and what it must still be. */
export interface TextPlace {
  path: string;
  id: string;
  lang: Lang;
}

/**
 * Writes texts where the article store reads them. Every write is whole or not there at all, also when the process is
 * killed, and is on disk when it resolves.
 * @throws ErfaraError `disk-full`; `bad-setting` when the content cannot be written; `changed-since` when the text is
 * not, or no longer, what the caller means.
 */
export interface ArticleWriter {
  /**
   * Writes a new text below `folder`; one that is there is left as it is, and `created` is false. Words that would be
   * read as structure (headings, HTML, front matter) are escaped; `headings` are the bank's.
   * @throws ErfaraError `bad-request` when it would not read back as what it is.
   */
  create(
    text: NewText,
    options: { folder: string; headings: Record<string, SectionName> },
  ): Promise<{ path: string; etag: string; created: boolean }>;
  /** Adds a customer's question at the end of `questions:`; every other byte stays. `added` is false when it is there. */
  addQuestion(place: TextPlace, question: string): Promise<{ etag: string; added: boolean }>;
  /** Takes a question out again; one that is not there is no error. */
  removeQuestion(place: TextPlace, question: string): Promise<{ etag: string }>;
  /** Removes a text whose bytes still have this hash; one that is gone already is no error. */
  remove(place: TextPlace & { etag: string }): Promise<void>;
  /** A file's bytes as they are on disk now, with their hash; null when there is none. */
  read(path: string): Promise<{ bytes: Uint8Array; etag: string } | null>;
  /**
   * Puts `bytes` in a file's place, or makes a new file where `etag` is null. Answers the new hash.
   * @throws ErfaraError `changed-since` when the file's hash is not `etag` any more, or a new file's name is taken.
   */
  write(path: string, bytes: Uint8Array, etag: string | null): Promise<string>;
  /**
   * Creates a folder with several files as one: all are there, or none is. Answers false when there is something of this
   * name.
   */
  createFolder(path: string, files: { name: string; bytes: Uint8Array }[]): Promise<boolean>;
  /**
   * Renames a file whose hash is `etag`.
   * @throws ErfaraError `changed-since` as above; `exists` when there is a file of the new name.
   */
  move(from: string, to: string, etag: string): Promise<void>;
}
