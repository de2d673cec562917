import type { SearchController } from './controller.ts';
import { listKey } from './list-keys.ts';

/** What the keys do with an element. */
export interface KeyedSearch {
  readonly controller: SearchController;
  readonly isSpoken: boolean;
  /** What stands around it has the keys that are not the search box's own. */
  readonly hosted: boolean;
  insert(place: number): Promise<void>;
  open(place: number): void;
  /** One step back, whatever that is now. */
  goBack(): void;
}

/** A key in the search box. */
export function inputKey(event: KeyboardEvent, search: KeyedSearch): void {
  const { controller } = search;
  const key = listKey(event);
  if (key === null || (key === 'open' && !controller.chosen)) return;
  if (typeof key === 'object') void controller.move(key.step);
  else void enter(key === 'insert' || (key === 'first-way' && !search.isSpoken), search);
  event.preventDefault();
  event.stopPropagation();
}

/** A key anywhere in the element. */
export function frameKey(event: KeyboardEvent, search: KeyedSearch): void {
  if (event.isComposing || search.hosted) return;
  if (event.key !== 'Escape') {
    // A host with single-key shortcuts sees the element, not the field in it.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  search.goBack();
}

/** What was typed is answered first, so that an older answer is never used for newer words. */
async function enter(insert: boolean, search: KeyedSearch): Promise<void> {
  const { controller } = search;
  if (controller.pending) await controller.search();
  if (controller.pending || controller.active < 0) return;
  if (insert) await search.insert(controller.active);
  else search.open(controller.active);
}
