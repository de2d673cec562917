/** What narrowed the queue when this browser last looked at it; nothing where it keeps nothing. */
export function keptFilters(server: string): URLSearchParams {
  try {
    return new URLSearchParams(localStorage.getItem(key(server)) ?? '');
  } catch {
    return new URLSearchParams();
  }
}

/** Remembers them for the next visit. */
export function keepFilters(server: string, filters: string): void {
  try {
    localStorage.setItem(key(server), filters);
  } catch {
    // They stay in the address alone.
  }
}

function key(server: string): string {
  return `erfara-queue ${server}`;
}
