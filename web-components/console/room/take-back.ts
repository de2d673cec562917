import type { Desk, TextName } from '../../client/desk.ts';
import { RequestFailure } from '../../client/failure.ts';

/** Saves the version before the newest anew. What was found before is found again: nothing has to be decided. */
export async function takeBack(desk: Pick<Desk, 'history' | 'source' | 'revert'>, name: TextName): Promise<void> {
  const [{ revisions }, { etag }] = await Promise.all([desk.history(name), desk.source(name)]);
  const revision = revisions[1]?.id;
  if (revision === undefined) return;
  try {
    await desk.revert(name, { revision }, etag);
  } catch (failure) {
    const about = failure instanceof RequestFailure ? failure.about : null;
    if (!about?.lost || !about.token) throw failure;
    await desk.revert(name, { revision, token: about.token, accept: about.lost.map(({ id }) => id) }, etag);
  }
}
