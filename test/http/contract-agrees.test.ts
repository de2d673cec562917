import type { z } from '@hono/zod-openapi';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  ArticleOutput,
  CaptureInput,
  CaptureOutput,
  CheckInput,
  CheckOutput,
  ErrorBody,
  FeedbackOutput,
  Flag,
  FlagInput,
  FlagsOutput,
  ListFlagsInput,
  NewsInput,
  NewsOutput,
  SearchInput,
  SearchOutput,
  SuggestInput,
  SuggestOutput,
  UndoneCapture,
  WithdrawnFlag,
} from '../../server/http/contract.ts';
import type { articleOutput } from '../../server/http/schemas/article.ts';
import type { captureInput, captureOutput, undoneCapture } from '../../server/http/schemas/capture.ts';
import type { checkInput, checkOutput } from '../../server/http/schemas/check.ts';
import type { errorBody } from '../../server/http/schemas/errors.ts';
import type { feedbackOutput } from '../../server/http/schemas/feedback.ts';
import type { flag, flagInput, flagsOutput, flagsQuery, withdrawnFlag } from '../../server/http/schemas/flag.ts';
import type { newsOutput, newsQuery } from '../../server/http/schemas/news.ts';
import type { searchInput, searchOutput, searchQuery } from '../../server/http/schemas/search.ts';
import type { suggestInput, suggestOutput } from '../../server/http/schemas/suggest.ts';

// Checked by tsc: a field that only the schema or only the contract has does not compile.
describe('what is validated and what clients are promised are the same types', () => {
  it('for requests', () => {
    expectTypeOf<z.output<typeof suggestInput>>().toEqualTypeOf<SuggestInput>();
    expectTypeOf<z.output<typeof checkInput>>().toEqualTypeOf<CheckInput>();
    expectTypeOf<z.output<typeof searchInput>>().toEqualTypeOf<SearchInput>();
    expectTypeOf<z.output<typeof searchQuery>>().toEqualTypeOf<SearchInput>();
    expectTypeOf<z.output<typeof captureInput>>().toEqualTypeOf<CaptureInput>();
    expectTypeOf<z.output<typeof flagInput>>().toEqualTypeOf<FlagInput>();
    expectTypeOf<z.output<typeof flagsQuery>>().toEqualTypeOf<ListFlagsInput>();
    expectTypeOf<z.output<typeof newsQuery>>().toEqualTypeOf<NewsInput>();
  });

  it('for responses', () => {
    expectTypeOf<z.output<typeof suggestOutput>>().toEqualTypeOf<SuggestOutput>();
    expectTypeOf<z.output<typeof searchOutput>>().toEqualTypeOf<SearchOutput>();
    expectTypeOf<z.output<typeof articleOutput>>().toEqualTypeOf<ArticleOutput>();
    expectTypeOf<z.output<typeof checkOutput>>().toEqualTypeOf<CheckOutput>();
    expectTypeOf<z.output<typeof feedbackOutput>>().toEqualTypeOf<FeedbackOutput>();
    expectTypeOf<z.output<typeof captureOutput>>().toEqualTypeOf<CaptureOutput>();
    expectTypeOf<z.output<typeof undoneCapture>>().toEqualTypeOf<UndoneCapture>();
    expectTypeOf<z.output<typeof flag>>().toEqualTypeOf<Flag>();
    expectTypeOf<z.output<typeof flagsOutput>>().toEqualTypeOf<FlagsOutput>();
    expectTypeOf<z.output<typeof withdrawnFlag>>().toEqualTypeOf<WithdrawnFlag>();
    expectTypeOf<z.output<typeof newsOutput>>().toEqualTypeOf<NewsOutput>();
    expectTypeOf<z.output<typeof errorBody>>().toEqualTypeOf<ErrorBody>();
  });
});
