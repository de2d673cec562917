import { questionKey } from '../../../domain/passage.ts';
import type { Finding, Rule } from '../rule.ts';

export const questionElsewhere: Rule = {
  id: 'question-elsewhere',
  severity: 'warning',
  fix: 'Keep the question where its answer is; in the other article, write it under not_for.',
  bank(texts) {
    const first = new Map<string, { id: string; path: string }>();
    const findings: Finding[] = [];
    for (const text of texts) {
      // An incident says what its template says.
      if (text.text.state === 'archived' || text.text.incident?.template) continue;
      text.text.questions.forEach((question, i) => {
        const key = questionKey(question);
        const known = first.get(key);
        if (!known) first.set(key, { id: text.text.id, path: text.text.path });
        else if (known.id !== text.text.id) {
          const message = `"${question}" is also a question in ${known.path}.`;
          findings.push({ place: text.field('questions', i), message });
        }
      });
    }
    return findings;
  },
};
