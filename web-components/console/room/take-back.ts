import type { Desk, TextName } from '../../client/desk.ts';
import { RequestFailure } from '../../client/failure.ts';

type Accepted = { token?: string; accept?: string[] };

/** Saves the version before the newest anew. */
export async function takeBack(desk: Pick<Desk, 'history' | 'source' | 'revert'>, name: TextName): Promise<void> {
  const [{ revisions }, { etag }] = await Promise.all([desk.history(name), desk.source(name)]);
  const revision = revisions[1]?.id;
  if (revision === undefined) return;
  await undecided((accepted) => desk.revert(name, { revision, ...accepted }, etag));
}

/** Saves what was there before: what was found then is found again, so that nothing has to be decided. */
export async function undecided(save: (accepted: Accepted) => Promise<unknown>): Promise<void> {
  try {
    await save({});
  } catch (failure) {
    const about = failure instanceof RequestFailure ? failure.about : null;
    if (!about?.lost || !about.token) throw failure;
    await save({ token: about.token, accept: about.lost.map(({ id }) => id) });
  }
}
