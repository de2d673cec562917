import type { Problem } from '../../domain/problem.ts';
import { bankView, type LintInput } from './bank-view.ts';
import type { Finding, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { TextView } from './text-view.ts';

/** Of one rule in one text; a file with more has one trouble, not thousands. */
const MOST = 50;

/**
 * What the rules find in a bank, in order of path and line. What the store itself found when it read the files is in
 * `bank.problems` and not repeated here. A rule that fails on a text says so as a problem; nothing is thrown.
 */
export function lint(input: LintInput): Problem[] {
  const view = bankView(input);
  const texts = input.bank.articles.flatMap((article) =>
    article.texts.map((text) => new TextView(text, article, view)),
  );
  const wanted = (path: string) => input.only?.has(path) ?? true;
  const own = texts.filter(({ text }) => wanted(text.path));
  const ofBank = RULES.flatMap((rule) => rule.bank?.(texts, view).map((finding) => ({ rule, finding })) ?? [])
    .filter(({ finding }) => wanted(finding.place.path))
    .flatMap(({ rule, finding }) => problems(rule, finding.place.path, () => [finding]));
  const ofTexts = own.flatMap((text) => {
    const find = () => RULES.flatMap((rule) => problems(rule, text.text.path, () => rule.text?.(text) ?? []));
    return input.kept ? input.kept.of(text.text, text.article, find) : find();
  });
  return [...ofBank, ...ofTexts].sort(byPlace);
}

/** The order in which problems are read: by path, then line, then column. */
export function byPlace(a: Problem, b: Problem): number {
  const paths = a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  return paths || a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule);
}

function problems(rule: Rule, path: string, check: () => Finding[]): Problem[] {
  let found: Finding[];
  try {
    found = check();
  } catch (error) {
    const place = { path, line: 1, column: 1 };
    const fix = 'This is a fault in Erfara, not in the text: please report it with the file.';
    found = [{ place, message: `The rule could not read the text: ${String(error)}`, severity: 'warning', fix }];
  }
  const left = found.length - MOST;
  return found.slice(0, MOST).map(({ place, message, severity = rule.severity, fix = rule.fix }, i) => ({
    ...place,
    rule: rule.id,
    severity,
    message: left > 0 && i === MOST - 1 ? `${message} And ${left} more.` : message,
    fix,
  }));
}
