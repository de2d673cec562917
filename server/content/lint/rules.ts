import type { Rule } from './rule.ts';
import { deadLink } from './rules/dead-link.ts';
import { fileName } from './rules/file-name.ts';
import { foreignLink } from './rules/foreign-link.ts';
import { formLetter } from './rules/form-letter.ts';
import { greetingInBody } from './rules/greeting-in-body.ts';
import { htmlOrScript } from './rules/html-or-script.ts';
import { incidentFields } from './rules/incident-fields.ts';
import { missingTranslation } from './rules/missing-translation.ts';
import { mixedAddress } from './rules/mixed-address.ts';
import { noNextStep } from './rules/no-next-step.ts';
import { noReply } from './rules/no-reply.ts';
import { optionalParagraph } from './rules/optional-paragraph.ts';
import { personalData } from './rules/personal-data.ts';
import { publicPersonalData } from './rules/public-personal-data.ts';
import { questionElsewhere } from './rules/question-elsewhere.ts';
import { sendsAway } from './rules/sends-away.ts';
import { signOffInBody } from './rules/sign-off-in-body.ts';
import { spokenReply } from './rules/spoken-reply.ts';
import { staleTranslation } from './rules/stale-translation.ts';
import { textsDisagree } from './rules/texts-disagree.ts';
import { unknownChannel } from './rules/unknown-channel.ts';
import { unknownFact } from './rules/unknown-fact.ts';
import { unknownLanguage } from './rules/unknown-language.ts';
import { unknownMarket } from './rules/unknown-market.ts';
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
  optionalParagraph,
  spokenReply,
];
