import type { SectionName } from '../domain/article.ts';
import type { NewText } from './article-writer.ts';

/** `edited` is a text that somebody changed here after its import; it stays as it is. */
export type ImportOutcome = 'created' | 'updated' | 'unchanged' | 'edited';

/** Writes imported texts so that a second import finds what the first wrote. */
export interface ImportedTextWriter {
  /**
   * Writes a text at `path` below the content folder: a new one, or the newer version of one that nobody touched since.
   * Whole or not there at all. `dryRun` says what would happen, and writes nothing.
   * @throws ErfaraError as `ArticleWriter.create`.
   */
  write(
    text: NewText,
    options: { path: string; headings: Record<string, SectionName>; dryRun: boolean },
  ): Promise<ImportOutcome>;
}
