import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { SectionName } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import { normaliseLang } from '../domain/language.ts';
import { questionKey } from '../domain/passage.ts';
import { createWhole, moveWhole, removeWhole, replaceWhole } from '../files/whole-file.ts';
import { createWholeFolder } from '../files/whole-folder.ts';
import type { ArticleWriter, NewText, TextPlace } from '../ports/article-writer.ts';
import { splitFile } from './front-matter.ts';
import { markdownOf } from './new-text.ts';
import { readText } from './read-text.ts';
import { setFrontMatter } from './write-back.ts';

/** Writes texts as Markdown files in the content folder, one at a time. */
export class FileArticleWriter implements ArticleWriter {
  readonly #root: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.#root = root;
  }

  create(text: NewText, options: { folder: string; headings: Record<string, SectionName> }) {
    return this.#alone(async () => {
      const path = `${options.folder}/${text.id}.${text.lang}.md`;
      const bytes = Buffer.from(markdownOf(text, path, options.headings));
      const full = await this.#inside(path, true);
      const created = await createWhole(full, bytes);
      return { path, created, etag: hashOf(created ? bytes : await readFile(full)) };
    });
  }

  addQuestion(place: TextPlace, question: string) {
    return this.#alone(async () => {
      const { full, bytes, source, questions } = await this.#read(place);
      const key = questionKey(question);
      if (questions.some((known) => questionKey(known) === key)) return { etag: hashOf(bytes), added: false };
      const path = questions.length > 0 ? ['questions', questions.length] : ['questions'];
      const edited = Buffer.from(setFrontMatter(source, path, questions.length > 0 ? question : [question]));
      const { problems, text } = readText(edited.toString(), place.path, { etag: '', headings: {} });
      if (!text) {
        const message = `The text could not be read with it: ${problems[0]?.message}`;
        throw new ErfaraError('bad-request', { details: [{ path: 'question', rule: 'questions', message }] });
      }
      await this.#replace(full, bytes, edited);
      return { etag: hashOf(edited), added: true };
    });
  }

  removeQuestion(place: TextPlace, question: string) {
    return this.#alone(async () => {
      const { full, bytes, source, questions } = await this.#read(place);
      const at = questions.lastIndexOf(question);
      if (at === -1) return { etag: hashOf(bytes) };
      const path = questions.length > 1 ? ['questions', at] : ['questions'];
      const edited = Buffer.from(setFrontMatter(source, path, undefined));
      await this.#replace(full, bytes, edited);
      return { etag: hashOf(edited) };
    });
  }

  remove(place: TextPlace & { etag: string }) {
    return this.#alone(async () => {
      const full = await this.#inside(place.path, false).catch(ifMissing(() => null));
      if (full === null) return;
      const bytes = await readFile(full).catch(ifMissing(() => null));
      if (bytes === null) return;
      if (hashOf(bytes) !== place.etag) throw changed(place.path, 'It was changed since it was written.');
      await removeWhole(full);
    });
  }

  async read(path: string) {
    const full = await this.#inside(path, false).catch(ifMissing(() => null));
    const bytes = full === null ? null : await readFile(full).catch(ifMissing(() => null));
    return bytes && { bytes, etag: hashOf(bytes) };
  }

  write(path: string, bytes: Uint8Array, etag: string | null) {
    return this.#alone(async () => {
      const full = await this.#inside(path, etag === null);
      if (etag === null) {
        if (!(await createWhole(full, bytes))) throw changed(path, 'There is a file of this name.');
        return hashOf(bytes);
      }
      await this.#expect(full, path, etag);
      await replaceWhole(full, bytes);
      return hashOf(bytes);
    });
  }

  move(from: string, to: string, etag: string) {
    return this.#alone(async () => {
      const [source, target] = [await this.#inside(from, false), await this.#inside(to, true)];
      await this.#expect(source, from, etag);
      if (await moveWhole(source, target)) return;
      const message = 'There is a file of this name. Choose another folder, or rename one of them.';
      throw new ErfaraError('exists', { details: [{ path: to, rule: 'exists', message }] });
    });
  }

  createFolder(path: string, files: { name: string; bytes: Uint8Array }[]) {
    return this.#alone(async () => createWholeFolder(await this.#inside(path, true), files, this.#root));
  }

  async #expect(full: string, path: string, etag: string): Promise<void> {
    const bytes = await readFile(full).catch(ifMissing(() => null));
    if (bytes === null) throw changed(path, 'It is no longer there.');
    if (hashOf(bytes) !== etag) throw changed(path, 'It was saved by somebody else just now.');
  }

  async #read(place: TextPlace) {
    const gone = (): never => {
      throw changed(place.path, 'It is no longer there.');
    };
    const full = await this.#inside(place.path, false).catch(ifMissing(gone));
    const bytes = await readFile(full).catch(ifMissing(gone));
    const source = bytes.toString('utf8');
    const split = splitFile(source, place.path);
    if (Array.isArray(split) || !Buffer.from(source).equals(bytes))
      throw changed(place.path, 'It can no longer be read.');
    const { id, lang, questions } = split.data;
    if (id !== place.id || normaliseLang(String(lang)) !== place.lang)
      throw changed(place.path, 'Another text is there now.');
    return { full, bytes, source, questions: Array.isArray(questions) ? questions.map(String) : [] };
  }

  /** What an editor saved between reading and writing is not written over. */
  async #replace(full: string, before: Buffer, after: Buffer): Promise<void> {
    if (after.equals(before)) return;
    if (!(await readFile(full)).equals(before)) throw changed(full, 'It was saved by somebody else just now.');
    await replaceWhole(full, after);
  }

  /** The path on this machine. A folder that leads out of the content (a link) is refused. */
  async #inside(path: string, create: boolean): Promise<string> {
    const full = join(this.#root, path);
    if (path.split('/').includes('..')) throw changed(path, 'It does not lie in the content.');
    if (create) await mkdir(dirname(full), { recursive: true });
    const [root, folder] = await Promise.all([realpath(this.#root), realpath(dirname(full))]);
    if (folder !== root && !folder.startsWith(root + sep)) {
      const message = 'This folder is a link that leads out of the content. Put a folder in its place.';
      throw new ErfaraError('bad-setting', { details: [{ path: dirname(path), rule: 'folder', message }] });
    }
    return full;
  }

  /** One write after the other, so that two additions to one text are both kept. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#last.then(work).catch(explain);
    this.#last = run.catch(() => undefined);
    return run;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function changed(path: string, message: string): ErfaraError {
  return new ErfaraError('changed-since', { details: [{ path, rule: 'changed', message }] });
}

function ifMissing<T>(instead: () => T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead();
    throw error;
  };
}

function explain(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') throw new ErfaraError('disk-full', { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
    const message = `The content folder cannot be written (${code}). Give the server the right to write there.`;
    const details = [{ path: 'ERFARA_CONTENT', rule: 'writable', message }];
    throw new ErfaraError('bad-setting', { details, cause: error });
  }
  throw error;
}
