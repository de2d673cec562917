/** Turns texts into vectors. Vectors have unit length, so a dot product is a cosine. */
export interface Embedder {
  /** The model's name. */
  readonly model: string;
  /** Hash of model bytes, prefixes and pooling. */
  readonly hash: string;
  readonly dimensions: number;
  /**
   * Embeds in the order given. `kind` picks the model's prefix. Resolves to one Float32Array of `dimensions` a text.
   * Queries overtake waiting passages. Throws ErfaraError `bad-model`.
   */
  embed(texts: string[], kind: 'query' | 'passage', progress?: (done: number) => void): Promise<Float32Array[]>;
  dispose(): Promise<void>;
}
