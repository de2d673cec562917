import type { ImportReport } from './import-articles.ts';

/** Lines of one list on a terminal; all of them are in the JSON. */
const MOST_LINES = 40;

/** A report of an import in plain words: what was read, written and skipped, and why. */
export function describeImport(report: ImportReport): string {
  const { created, updated, unchanged, edited } = report.written;
  const would = report.dryRun ? ' (nothing was written: this is a dry run)' : '';
  const lines = [
    `Read ${report.read}: ${created.length} new, ${updated.length} updated, ${unchanged.length} as before, ` +
      `${edited.length} changed here since and left alone, ${report.voices.length} ideas or praise, ` +
      `${report.skipped.length} skipped${would}.`,
    ...listed(
      'Skipped',
      report.skipped.map(({ place, reason }) => `${place}: ${reason}`),
    ),
    ...listed(
      'Changed here since; compare by hand',
      edited.map(({ place, path }) => `${path} (${place})`),
    ),
    ...listed(
      'Personal data replaced; read these first',
      report.redacted.map(({ path, kinds }) => {
        const what = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
        return `${path}: ${what.join(', ')}`;
      }),
    ),
    ...listed('Were public there; make them audience: public once checked', report.werePublic),
    ...(report.stopped === null ? [] : [`It ended early, at ${report.stopped}`, 'Run it again to go on.']),
  ];
  return `${lines.join('\n')}\n`;
}

function listed(heading: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_LINES;
  const more = rest > 0 ? [`  … and ${rest} more (--json lists all)`] : [];
  return [`${heading}:`, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...more];
}
