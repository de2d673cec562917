import type { WorkItem, WorkKind } from '../../domain/curation.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Traffic } from './traffic.ts';

/**
 * One reason for work: everything that it finds now, in any order. `weight` is an estimate of how many customers a week it
 * affects, so that items of different sources can be compared: how often the article was used (or asked for in vain) a week
 * lately, times the share of those customers whom it harms. What no customer meets weighs less than 1. Items of articles
 * that the principal may not read are taken out by `listWork`; a source of anything else looks at the principal itself.
 */
export type WorkSource = (ctx: Ctx) => Promise<WorkItem[]>;

/** The item's id: the same as long as the kind and what it is about stay the same. */
export function workId(kind: WorkKind, ...about: string[]): string {
  return [kind, ...about].join(':');
}

/** What customers met lately, for a source that weighs. */
export type TrafficSource = (ctx: Ctx) => Promise<Traffic>;
