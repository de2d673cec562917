import type { EditorWords } from './strings/strings.ts';

/** CodeMirror's own words, by its English ones. */
export function phrasesOf(strings: EditorWords): Record<string, string> {
  return {
    'folded code': strings.properties,
    unfold: strings.asText,
    Diagnostics: strings.finding,
    'No diagnostics': strings.noFindings,
    '$ unchanged lines': strings.unchanged,
    Accept: strings.keepMine,
    Reject: strings.takeTheirs,
    'Revert this chunk': strings.takeTheirs,
    Find: strings.find,
    Replace: strings.replaceWith,
    next: strings.next,
    previous: strings.previous,
    all: strings.allMatches,
    'match case': strings.matchCase,
    regexp: strings.pattern,
    'by word': strings.wholeWord,
    replace: strings.replace,
    'replace all': strings.replaceAll,
    close: strings.closeFind,
  };
}
