import type { ArticleWriter } from '../ports/article-writer.ts';
import type { Clock } from '../ports/clock.ts';
import type { History } from '../ports/history.ts';

/** Agents are named in no history: who captured what is kept under a keyed name, and not for long. */
const COLLEAGUE = { name: 'A colleague', email: null };

/** A writer whose captures are in the history too. Writes of editors are recorded where they are made. */
export function recordedWriter(
  writer: ArticleWriter,
  { history, clock }: { history: History; clock: Clock },
): ArticleWriter {
  // A capture is kept although its history cannot be written now: the file is there, and is recorded later.
  const settle = (path: string, by?: { message: string }) =>
    history
      .settle([{ path }], { at: clock.now(), ...(by ? { by: { author: COLLEAGUE, ...by } } : {}) })
      .catch(() => undefined);
  const recorded = async <T>(path: string, message: string, written: T): Promise<T> => {
    await settle(path, { message });
    return written;
  };
  return {
    read: (path) => writer.read(path),
    write: (path, bytes, etag) => writer.write(path, bytes, etag),
    createFolder: (path, files) => writer.createFolder(path, files),
    move: (from, to, etag) => writer.move(from, to, etag),
    async create(text, options) {
      const written = await writer.create(text, options);
      return written.created ? recorded(written.path, `${text.id} (${text.lang}): captured`, written) : written;
    },
    async addQuestion(place, question) {
      await settle(place.path);
      const written = await writer.addQuestion(place, question);
      return recorded(place.path, `${place.id} (${place.lang}): 1 question added`, written);
    },
    async removeQuestion(place, question) {
      await settle(place.path);
      const written = await writer.removeQuestion(place, question);
      return recorded(place.path, `${place.id} (${place.lang}): 1 question taken back`, written);
    },
    async remove(place) {
      await settle(place.path);
      return recorded(place.path, `${place.id} (${place.lang}): taken back`, await writer.remove(place));
    },
  };
}
