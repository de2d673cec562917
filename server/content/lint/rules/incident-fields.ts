import { sectionsNamed } from '../../../domain/article.ts';
import { filledIn, marketsOf } from '../fill.ts';
import type { Finding, Rule } from '../rule.ts';
import { sentText } from '../sent-text.ts';

const LONGEST_STATUS = 140;

export const incidentFields: Rule = {
  id: 'incident-fields',
  severity: 'error',
  fix: 'An incident says from when until when it holds, with the time zone, and who approved it.',
  text(view) {
    const { text } = view;
    if (!text.incident) return [];
    const findings: Finding[] = [];
    if (!text.incident.template && text.incident.partOf === null) {
      const needed = {
        valid_from: text.validFrom,
        valid_until: text.validUntil,
        approved_by: text.incident.approvedBy,
      };
      for (const [field, value] of Object.entries(needed)) {
        if (!value) findings.push({ place: view.field(field), message: `The incident has no ${field}.` });
      }
      if (sectionsNamed(text, 'status').length === 0) {
        const message = 'The incident has no Status, the line that every agent sees.';
        findings.push({ place: view.field('title'), message, severity: 'warning', fix: 'Add a section Status.' });
      }
    }
    if (text.validFrom && text.validUntil && Date.parse(text.validUntil) <= Date.parse(text.validFrom)) {
      findings.push({ place: view.field('valid_until'), message: 'It ends before it begins.' });
    }
    for (const status of sectionsNamed(text, 'status')) {
      const length = Math.max(
        ...marketsOf(view).map((market) => sentText(filledIn(view, status.markdown, market)).length),
      );
      if (length <= LONGEST_STATUS) continue;
      const message = `The Status has ${length} characters; every agent sees at most ${LONGEST_STATUS}.`;
      findings.push({ place: view.heading(status), message, severity: 'warning', fix: 'Say less.' });
    }
    return findings;
  },
};
