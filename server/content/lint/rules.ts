import type { Rule } from './rule.ts';
import { deadLink } from './rules/dead-link.ts';
import { fileName } from './rules/file-name.ts';
import { foreignLink } from './rules/foreign-link.ts';
import { htmlOrScript } from './rules/html-or-script.ts';
import { incidentFields } from './rules/incident-fields.ts';
import { formLetter, greetingInBody, mixedAddress, noNextStep, signOffInBody } from './rules/letter.ts';
import { noReply } from './rules/no-reply.ts';
import { personalData } from './rules/personal-data.ts';
import { publicPersonalData } from './rules/public-personal-data.ts';
import { questionElsewhere } from './rules/question-elsewhere.ts';
import { sendsAway } from './rules/sends-away.ts';
import { textsDisagree } from './rules/texts-disagree.ts';
import { missingTranslation, staleTranslation } from './rules/translations.ts';
import { unknownFact } from './rules/unknown-fact.ts';
import { unknownChannel, unknownLanguage, unknownMarket } from './rules/unknown-words.ts';
import { variantFacts } from './rules/variant-facts.ts';
import { variantTooLong } from './rules/variant-too-long.ts';

/** Every rule, in no order that matters. */
export const RULES: Rule[] = [
  textsDisagree,
  fileName,
  deadLink,
  foreignLink,
  htmlOrScript,
  incidentFields,
  noReply,
  questionElsewhere,
  personalData,
  publicPersonalData,
  sendsAway,
  greetingInBody,
  signOffInBody,
  formLetter,
  noNextStep,
  mixedAddress,
  missingTranslation,
  staleTranslation,
  unknownFact,
  unknownChannel,
  unknownLanguage,
  unknownMarket,
  variantFacts,
  variantTooLong,
];
