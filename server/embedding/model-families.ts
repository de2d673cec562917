import type { ModelCard } from './model-folder.ts';

type Manner = Pick<ModelCard, 'pooling' | 'queryPrefix' | 'passagePrefix'>;

const RETRIEVE = 'Represent this sentence for searching relevant passages: ';
const INSTRUCT = 'Instruct: Given a customer message, retrieve passages that answer it\nQuery: ';

/** How known families want to be called, after their model cards on the hub. The first that fits counts. */
const FAMILIES: [RegExp, Manner][] = [
  [/e5.*instruct/, { pooling: 'mean', queryPrefix: INSTRUCT, passagePrefix: '' }],
  [/\be5\b/, { pooling: 'mean', queryPrefix: 'query: ', passagePrefix: 'passage: ' }],
  [/\bbge-m3\b/, { pooling: 'cls', queryPrefix: '', passagePrefix: '' }],
  [/\bbge\b.*\ben\b/, { pooling: 'cls', queryPrefix: RETRIEVE, passagePrefix: '' }],
  [/\bbge\b/, { pooling: 'cls', queryPrefix: '', passagePrefix: '' }],
  [/\bgte\b.*(multilingual|modernbert|v1\.5)/, { pooling: 'cls', queryPrefix: '', passagePrefix: '' }],
  [/\barctic-embed\b.*v2/, { pooling: 'cls', queryPrefix: 'query: ', passagePrefix: '' }],
  [/\barctic-embed\b/, { pooling: 'cls', queryPrefix: RETRIEVE, passagePrefix: '' }],
  [/\bmxbai-embed\b/, { pooling: 'cls', queryPrefix: RETRIEVE, passagePrefix: '' }],
  [/\bnomic-embed\b/, { pooling: 'mean', queryPrefix: 'search_query: ', passagePrefix: 'search_document: ' }],
];

/** What a sentence-transformers repository says of itself, where it does. */
export interface OwnWords {
  /** `1_Pooling/config.json` */
  pooling?: { pooling_mode_cls_token?: boolean; pooling_mode_mean_tokens?: boolean } | null;
  /** `config_sentence_transformers.json` */
  prompts?: { prompts?: Record<string, string> } | null;
}

/** How to call a model: as its own files say, else as its family does, else with the mean over tokens and no prefixes. */
export function mannerOf(id: string, own: OwnWords): Manner {
  const name = id.toLowerCase().replaceAll('_', '-');
  const family = FAMILIES.find(([pattern]) => pattern.test(name))?.[1];
  const prompts = own.prompts?.prompts ?? {};
  const pooling = own.pooling?.pooling_mode_cls_token ? 'cls' : own.pooling?.pooling_mode_mean_tokens ? 'mean' : null;
  return {
    pooling: pooling ?? family?.pooling ?? 'mean',
    queryPrefix: prompts.query || family?.queryPrefix || '',
    passagePrefix: prompts.passage || prompts.document || family?.passagePrefix || '',
  };
}
