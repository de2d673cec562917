import type { Route } from './routes.ts';

type View = NonNullable<Route['view']>;

/** Each room is fetched when somebody first goes there, and defines its element. */
const FETCH: Record<View, () => Promise<unknown>> = {
  today: () => import('../today/element.ts'),
  decisions: () => import('../today/decisions.ts'),
  coaching: () => import('../today/coaching.ts'),
  articles: () => import('../articles/element.ts'),
  editor: () => import('../editor/element.ts'),
  gaps: () => import('../gaps/element.ts'),
  facts: () => import('../facts/element.ts'),
  incidents: () => import('../incidents/element.ts'),
  insights: () => import('../insights/element.ts'),
};

export const tagOf = (view: View): string => `erfara-console-${view}`;

export async function fetchRoom(view: View): Promise<void> {
  await FETCH[view]();
}
