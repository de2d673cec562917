import { dot } from '../../domain/vector.ts';

/**
 * How alike (mean cosine of all pairs) the members of a cluster have to be: of few, more, since few are alike by chance. Chosen
 * on 48 plants in six languages among 80 other questions each: 47 found, of what was found nine in ten plants. Looser adds
 * noise faster than it adds to a plant; other linkages and centred vectors do no better.
 */
function cohesionFrom(size: number): number {
  return LOOSEST + FEW / size;
}
const LOOSEST = 0.7;
const FEW = 0.24;
/** Comparisons between pauses, so that whoever wants a suggestion meanwhile does not wait. */
const SLICE = 20_000;

/** A step of the hierarchy: a single member, or two nodes put together. */
interface Node {
  members: number[];
  /** Mean cosine of all pairs; 1 for a single one. */
  cohesion: number;
  children: [Node, Node] | null;
}

/**
 * Clusters of unit vectors by average linkage, each the largest part of the hierarchy that holds together; the rest alone.
 * Indexes into `vectors`. Nearest-neighbour chain (Murtagh, 1983): the time is the square of their number.
 */
export async function clusters(vectors: Float32Array[]): Promise<number[][]> {
  const alike = await pairwise(vectors);
  const roots = hierarchy(vectors.length, alike);
  const found: number[][] = [];
  const cut = (node: Node) => {
    if (node.children === null || node.cohesion >= cohesionFrom(node.members.length)) found.push(node.members);
    else node.children.forEach(cut);
  };
  roots.forEach(cut);
  return found;
}

/** Row by row, the lower half included. */
async function pairwise(vectors: Float32Array[]): Promise<Float32Array> {
  const n = vectors.length;
  const alike = new Float32Array(n * n);
  let done = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const cosine = dot(vectors[i] as Float32Array, vectors[j] as Float32Array);
      alike[i * n + j] = cosine;
      alike[j * n + i] = cosine;
    }
    done += i;
    if (done > SLICE) {
      done = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return alike;
}

/** Merges the two that are most alike on average, until nothing that could be a cluster is left. `alike` is used up. */
function hierarchy(n: number, alike: Float32Array): Node[] {
  const nodes = new Map<number, Node>();
  for (let i = 0; i < n; i += 1) nodes.set(i, { members: [i], cohesion: 1, children: null });
  const between = (i: number, j: number) => alike[i * n + j] ?? -1;
  const finished: Node[] = [];
  const chain: number[] = [];
  while (nodes.size > 0) {
    if (chain.length === 0) chain.push(nodes.keys().next().value as number);
    const top = chain.at(-1) as number;
    const before = chain.at(-2);
    let best = before ?? -1;
    let likeness = before === undefined ? -2 : between(top, before);
    for (const other of nodes.keys()) {
      if (other === top || between(top, other) <= likeness) continue;
      best = other;
      likeness = between(top, other);
    }
    if (best === -1 || (best !== before && likeness < LOOSEST)) {
      // Nothing comes near enough: what it is now it stays.
      finished.push(nodes.get(top) as Node);
      nodes.delete(top);
      chain.pop();
    } else if (best === before) {
      chain.splice(-2);
      merge(top, best);
    } else chain.push(best);
  }
  return finished;

  function merge(i: number, j: number): void {
    const [a, b] = [nodes.get(i) as Node, nodes.get(j) as Node];
    const [x, y] = [a.members.length, b.members.length];
    const pairs = (size: number) => (size * (size - 1)) / 2;
    const cohesion = (a.cohesion * pairs(x) + b.cohesion * pairs(y) + between(i, j) * x * y) / pairs(x + y);
    for (const k of nodes.keys()) {
      if (k === i || k === j) continue;
      const mean = (between(i, k) * x + between(j, k) * y) / (x + y);
      alike[i * n + k] = mean;
      alike[k * n + i] = mean;
    }
    nodes.set(i, { members: [...a.members, ...b.members], cohesion, children: [a, b] });
    nodes.delete(j);
  }
}

/** Places in a cluster, those that are most like all others first. */
export function mostTypical(members: number[], vectors: Float32Array[]): number[] {
  const size = vectors[0]?.length ?? 0;
  const sum = new Float32Array(size);
  for (const member of members) {
    const vector = vectors[member];
    if (vector) for (let i = 0; i < size; i += 1) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  }
  const near = (member: number) => dot(sum, vectors[member] as Float32Array);
  return [...members].sort((a, b) => near(b) - near(a));
}
