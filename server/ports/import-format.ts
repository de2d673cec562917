/** One article, saved reply or forum thread of another system, in Markdown. Nothing is redacted yet. */
export interface ImportedRecord {
  /** Where it stood, for a person to find: `articles.json, record 12`, `faq.csv, line 14`. */
  place: string;
  /** What the other system calls it; the same at the next export. */
  ref: string;
  /** The other system's code; null when it does not say. */
  lang: string | null;
  title: string;
  /** What a customer asked, where that was kept. */
  question: string | null;
  /** For colleagues. */
  resolution: string | null;
  /** What was answered, in words for the customer. */
  reply: string | null;
  tags: string[];
  url: string | null;
  /** True when anybody could read it there. */
  wasPublic: boolean;
  /** Ideas and praise are no knowledge: they get a list of their own. */
  about: 'knowledge' | 'idea' | 'praise';
}

/** What cannot become a record, and why. */
export interface UnreadRecord {
  place: string;
  reason: string;
}

export type ReadRecord = ImportedRecord | UnreadRecord;

/** The export of one system, read. */
export interface ImportFormat {
  /** As a person names it on the command line. */
  name: string;
  /** One line: what the file or folder must be. */
  takes: string;
  /**
   * Reads a file, or every file of a folder. What is broken is answered as such, with its place.
   * @throws ErfaraError `bad-setting` when there is nothing at the path.
   */
  read(path: string): Promise<ReadRecord[]>;
}
