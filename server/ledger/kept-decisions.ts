import type { Kysely } from 'kysely';
import type { LedgerDecision } from '../ports/ledger.ts';
import type { DecisionsTable, LedgerTables } from './tables.ts';

/** One that is there already stays as it is. */
export async function addDecision(db: Kysely<LedgerTables>, decision: LedgerDecision): Promise<void> {
  const { id, at, what, article, reason, because, revision } = decision;
  await db
    .insertInto('decisions')
    .values({
      ...{ id, at, what, article_id: article.id, article_lang: article.lang, reason, revision },
      because: because && JSON.stringify(because),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Newest first. */
export async function decisionsIn(
  db: Kysely<LedgerTables>,
  { what, limit }: { what?: string; limit: number },
): Promise<LedgerDecision[]> {
  let query = db.selectFrom('decisions').selectAll();
  if (what !== undefined) query = query.where('what', '=', what);
  return (await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(decisionIn);
}

function decisionIn({ article_id, article_lang, because, ...row }: DecisionsTable): LedgerDecision {
  return {
    ...row,
    because: because === null ? null : JSON.parse(because),
    article: { id: article_id, lang: article_lang },
  };
}
