/** A seeded source of numbers in [0, 1) (mulberry32), so that two runs agree. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A seeded sample of at most `size`, without replacement. */
export function sample<T>(items: T[], size: number, seed = 1): T[] {
  const pool = [...items];
  const random = seededRandom(seed);
  for (let i = pool.length - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1));
    [pool[i], pool[other]] = [pool[other] as T, pool[i] as T];
  }
  return pool.slice(0, size);
}
