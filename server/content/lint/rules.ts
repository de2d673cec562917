import type { Rule } from './rule.ts';
import { deadLink } from './rules/dead-link.ts';
import { fileName } from './rules/file-name.ts';
import { textsDisagree } from './rules/texts-disagree.ts';
import { unknownFact } from './rules/unknown-fact.ts';

/** Every rule, in no order that matters. */
export const RULES: Rule[] = [textsDisagree, fileName, deadLink, unknownFact];
