import type { ArticleOutput, Why } from '../../server/http/contract.ts';

/** Shorter text is found everywhere. */
const SHORTEST = 12;

/** The place of the customer's question that matched, in its own language's list; -1 when no question did. */
export function matchingQuestion(article: ArticleOutput, why: Why[]): number {
  const asked = why.find((reason) => reason.kind === 'question');
  const text = asked && article.texts.find(({ lang }) => lang === asked.lang);
  return asked && text ? text.questions.findIndex((question) => plain(question) === plain(asked.text)) : -1;
}

/** Marks the blocks below `root` that stand in a matching passage; answers the first, so that it can be brought into view. */
export function markMatching(root: ParentNode, why: Why[]): HTMLElement | null {
  const passages = why.filter((reason) => reason.kind === 'section').map((reason) => plain(reason.text));
  const blocks = [...root.querySelectorAll<HTMLElement>('p, li, td, blockquote')];
  const matching = blocks.filter((block) => {
    const text = plain(block.textContent ?? '');
    return text.length >= SHORTEST && passages.some((passage) => passage.includes(text) || text.includes(passage));
  });
  for (const block of blocks) block.classList.toggle('matching', matching.includes(block));
  return matching[0] ?? null;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
