import type { Evidence, WorkItem } from '../../../server/http/contract.ts';
import { fill, languageName } from '../../words.ts';
import type { TodayWords } from './strings/strings.ts';

/** What happened, in one sentence. A kind that is not known names its article. */
export function sentenceOf(item: WorkItem, words: TodayWords, lang: string): string {
  const [first, second] = item.articles;
  const template = (words as Record<string, string>)[item.kind] ?? '{title}';
  const count = item.evidence.find((each) => each.kind === 'count');
  const said = item.evidence.find((each) => each.kind === 'words');
  return fill(template, {
    title: first?.title ?? said?.text ?? '',
    other: second?.title ?? '',
    words: said?.text ?? first?.title ?? '',
    n: count?.value ?? 0,
    languages: item.languages.map((code) => languageName(code, lang)).join(', '),
  });
}

/** "used 14 times in 30 days". What is counted in a word that is not known stands as it came. */
export function countOf({ of, value, days }: Extract<Evidence, { kind: 'count' }>, words: TodayWords): string {
  const reason = /^reason: (.*)$/.exec(of)?.[1];
  if (reason !== undefined) return fill(words.reason, { reason, n: value });
  const what = fill((words as Record<string, string>)[of] ?? `${of}: {n}`, { n: value });
  return days === null ? what : fill(words.inDays, { what, days });
}
