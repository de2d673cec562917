import type { Text } from '../../domain/article.ts';
import type { LedgerFlag } from '../../ports/ledger.ts';

/** Open flags on a text that were written after the day on which it was last checked. */
export function doubtsAbout({ id, lang, verifiedAt }: Text, flags: LedgerFlag[]): LedgerFlag[] {
  return flags.filter(
    ({ article, at, answeredAt }) =>
      article.id === id &&
      article.lang === lang &&
      answeredAt === null &&
      (verifiedAt === null || at.slice(0, 10) > verifiedAt),
  );
}
