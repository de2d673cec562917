import type { Article } from '../../domain/article.ts';
import { sectionsNamed } from '../../domain/article.ts';
import { dot } from './find-surges.ts';

/**
 * How near what is asked must come to what an incident answers: the mean of its three nearest phrasings. Measured: what
 * customers ask in a storm, a strike or an outage comes within 0.66 of its own incident, anything else within 0.45.
 */
const NEAR = 0.55;
const NEAREST = 3;

/** What customers say where an incident is what they write about. */
export function phrasingsOf({ texts }: Article): string[] {
  return texts.flatMap((text) => [
    text.title,
    ...text.questions,
    ...sectionsNamed(text, 'status').map(({ markdown }) => markdown),
  ]);
}

/** The incident, or template, that is nearest to what is asked; null where none is near. Vectors are those of its phrasings. */
export function nearestTo<T extends { vectors: Float32Array[] }>(centre: Float32Array, incidents: T[]): T | null {
  const near = (incident: T) => {
    const best = incident.vectors
      .map((vector) => dot(vector, centre))
      .sort((a, b) => b - a)
      .slice(0, NEAREST);
    return best.reduce((sum, each) => sum + each, 0) / Math.max(1, best.length);
  };
  const [first] = incidents.map((incident) => ({ incident, how: near(incident) })).sort((a, b) => b.how - a.how);
  return first && first.how >= NEAR ? first.incident : null;
}
