import { diffOf } from '../../diff/lines.ts';
import { type Article, sectionsNamed, type Text } from '../../domain/article.ts';
import type { Evidence, WorkItem } from '../../domain/curation.ts';
import type { Facts } from '../../domain/facts.ts';
import { withoutMarkers } from '../../domain/optional-paragraph.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Ledger, LedgerEvent } from '../../ports/ledger.ts';
import { grouped } from '../gaps/asked-in-vain.ts';
import type { LiveBank } from '../live-bank.ts';
import { counted, isLasting, isOfferedState, named } from './about.ts';
import { changesIn, type SentenceChange, sameChange } from './sentence-changes.ts';
import { type WorkSource, workId } from './work-source.ts';

const DAY_MS = 86_400_000;
const DAYS = 28;
/** The same change in another wording around it. */
const SAME = 0.6;
/** Of the cases that got the answer, this share got it with the change. */
const SHARE = 1 / 3;
/** Or a smaller share of more cases. */
const OFTEN = { cases: 5, share: 1 / 5 };
/** The same sentence changed in whatever way, or left out, in so many cases and such a share of them: people shorten. */
const DOUBTED = { cases: 4, share: 0.5 };
/** What is changed in so many articles is the agents' way of writing, not the article's fault. */
const EVERYWHERE = 3;
const SHOWN = 3;

export interface RewrittenDeps {
  ledger: Pick<Ledger, 'eventsBetween'>;
  bank: () => LiveBank;
}

/** One case in which an answer was sent. */
interface Sending {
  article: Article;
  /** The text it was made of. */
  text: Text;
  whose: string;
  at: string;
  changes: SentenceChange[];
}

interface Recurring {
  sendings: Sending[];
  /** As it was done most typically. */
  change: SentenceChange;
  text: Text;
}

/** Answers that agents keep changing before they send them, with the recurrent change as a proposal. */
export function rewritten({ ledger, bank }: RewrittenDeps): WorkSource {
  return async (ctx) => {
    const since = new Date(ctx.now.getTime() - DAYS * DAY_MS).toISOString();
    const until = new Date(ctx.now.getTime() + 1).toISOString();
    const live = bank();
    const sent = sendingsIn(await ledger.eventsBetween(since, until), live);
    const byArticle = grouped(sent, ({ article }) => article.id);
    const from = live.settings.gaps.from;
    const found = [...byArticle].map(([id, own]) => ({ id, own, groups: recurring(own) }));
    const spread = new Map<SentenceChange, number>();
    const all = found.flatMap(({ id, groups }) => groups.map((group) => ({ id, group })));
    for (const { group } of all) {
      const alike = all.filter((other) => sameChange(other.group.change.signature, group.change.signature) >= SAME);
      spread.set(group.change, new Set(alike.map(({ id }) => id)).size);
    }
    return found.flatMap(({ own, groups }) => {
      const lasting = groups.filter(
        (group) => group.sendings.length >= from && (spread.get(group.change) ?? 0) < EVERYWHERE,
      );
      const often = lasting.filter((group) => {
        const langs = new Set(group.sendings.map(({ text }) => text.lang));
        const count = group.sendings.length;
        const share = count / own.filter(({ text }) => langs.has(text.lang)).length;
        if (group.change.after === null) return count >= DOUBTED.cases && share >= DOUBTED.share;
        return share >= SHARE || (count >= OFTEN.cases && share >= OFTEN.share);
      });
      const ofIts = groups.filter((group) => (spread.get(group.change) ?? 0) < EVERYWHERE);
      const shown = often.length > 0 ? often : doubted(own, ofIts);
      return shown.length > 0 ? [itemOf(shown, own, live, ctx)] : [];
    });
  };
}

/** The last that was sent of an article in each case, with what was changed in it. */
function sendingsIn(events: LedgerEvent[], bank: LiveBank): Sending[] {
  const undone = new Set(events.flatMap(({ undoes }) => undoes ?? []));
  const kept = events.filter(({ id }) => !undone.has(id));
  const linked = grouped(
    kept.filter(({ type, article }) => article !== undefined && ['insert', 'copy', 'used'].includes(type)),
    ({ requestId }) => requestId,
  );
  const last = new Map<string, Sending>();
  for (const event of kept) {
    if (event.type !== 'sent' || !event.text?.trim()) continue;
    const inserted = event.requestId === undefined ? undefined : linked.get(event.requestId)?.at(-1);
    const article = bank.byId.get(event.article?.id ?? inserted?.article?.id ?? '');
    const made = article && madeOf(article, event.text, bank.facts);
    if (!article || !made) continue;
    const whose = event.case ?? event.requestId ?? event.id;
    last.set(`${article.id} ${whose}`, { article, whose, at: event.at, ...made });
  }
  return [...last.values()];
}

/** The text and the variant of which most sentences were sent. */
function madeOf(article: Article, sent: string, facts: Facts): { text: Text; changes: SentenceChange[] } | null {
  const texts = article.texts.filter((text) => isLasting(text) && isOfferedState(text));
  const made = texts.flatMap((text) =>
    sectionsNamed(text, 'reply').map(({ markdown }) => {
      const { kept, changes } = changesIn(withoutMarkers(markdown), sent, (fact) => valuesOf(fact, facts));
      const reworded = changes.filter(({ before, after }) => before !== null && after !== null).length;
      return { text, changes, found: kept + reworded / 2, cost: changes.length };
    }),
  );
  const [best] = made.filter(({ found }) => found > 0).sort((a, b) => b.found - b.cost - (a.found - a.cost));
  return best ? { text: best.text, changes: best.changes } : null;
}

/** Changes that are the same, with the cases in which they were made; the most frequent first. */
function recurring(sendings: Sending[]): Recurring[] {
  const groups: Recurring[] = [];
  for (const sending of sendings) {
    for (const change of sending.changes) {
      if (change.signature.size === 0) continue;
      const known = groups.find((group) => sameChange(group.change.signature, change.signature) >= SAME);
      if (!known) groups.push({ sendings: [sending], change, text: sending.text });
      else if (!known.sendings.includes(sending)) known.sendings.push(sending);
    }
  }
  return groups.sort((a, b) => b.sendings.length - a.sendings.length);
}

/** A sentence that most agents change, each in their own way or language: the most frequent way stands for all. */
function doubted(sendings: Sending[], groups: Recurring[]): Recurring[] {
  const places = new Map<number | null, Recurring[]>();
  for (const group of groups) places.set(group.change.place, [...(places.get(group.change.place) ?? []), group]);
  return [...places.values()].flatMap((ways) => {
    const changed = new Set(ways.flatMap((way) => way.sendings));
    const [most] = ways;
    const often = changed.size >= DOUBTED.cases && changed.size / sendings.length >= DOUBTED.share;
    return most && often ? [{ ...most, sendings: [...changed] }] : [];
  });
}

function itemOf(groups: Recurring[], sendings: Sending[], bank: LiveBank, ctx: Ctx): WorkItem {
  const [first] = groups;
  if (!first) throw new RangeError('Nothing recurs.');
  const { text } = first;
  const cases = new Set(groups.flatMap((group) => group.sendings));
  const moments = [...cases].map(({ at }) => at).sort();
  const days = Math.max(7, Math.ceil((ctx.now.getTime() - Date.parse(moments[0] ?? '')) / DAY_MS));
  const same = groups.filter((group) => group.text === text);
  const evidence: Evidence[] = [
    ...proposal(
      text,
      same.map(({ change }) => change),
      bank.facts,
    ),
    counted('rewrites', cases.size, days),
    counted('uses', sendings.length, days),
    ...groups
      .slice(0, SHOWN)
      .flatMap(({ change, text: { lang } }): Evidence[] =>
        change.after === null ? [] : [{ kind: 'words', from: 'agent', text: change.after, lang }],
      ),
  ];
  return {
    id: workId('rewrite', text.id),
    kind: 'rewrite',
    weight: (cases.size * 7) / days,
    articles: [named(text)],
    owner: text.owner,
    languages: [...new Set([...cases].map((sending) => sending.text.lang))],
    since: moments[0] ?? '',
    evidence,
    action: 'edit',
  };
}

/** The Reply with the changes in it, against the Reply as it is. */
function proposal(text: Text, changes: SentenceChange[], facts: Facts): Evidence[] {
  const replies = sectionsNamed(text, 'reply').map(({ markdown }) => markdown);
  const before = replies.find((reply) =>
    changes.every((change) => change.before === null || reply.includes(change.before)),
  );
  if (before === undefined) return [];
  let after = before;
  for (const change of changes.slice(0, SHOWN)) {
    const words = change.after === null ? '' : withFacts(change.after, change.before ?? '', facts);
    if (change.before === null) after = `${after.trimEnd()} ${words}`;
    else after = after.replace(change.before, () => words);
  }
  const diff = diffOf(before, after);
  return diff.length > 0 ? [{ kind: 'diff', diff }] : [];
}

/** A fact that is still there stays a fact. */
function withFacts(sent: string, before: string, facts: Facts): string {
  let words = sent;
  for (const [token, name = ''] of before.matchAll(/\{\{\s*fact\.([\w-]+)\s*\}\}/g)) {
    const there = valuesOf(name, facts).find((value) => words.includes(value));
    if (there !== undefined) words = words.replace(there, () => token);
  }
  return words;
}

function valuesOf(name: string, facts: Facts): string[] {
  return (facts[name]?.values ?? []).flatMap(({ byMarket }) => Object.values(byMarket));
}
