import type { Text } from '../domain/article.ts';
import type { BankSettings } from '../domain/bank-settings.ts';
import { type Facts, factValue } from '../domain/facts.ts';
import type { Reply, ReplyVariable, SuggestInput } from '../domain/suggestion.ts';
import { variantsFor } from '../retrieval/choose.ts';

const TOKEN = /\{\{\s*([\w.]+)\s*\}\}/g;
const UNKNOWN_CHANNEL = { good: 800, limit: null, unit: 'chars', greeting: true, signOff: 'none' } as const;

export interface ReplySetting {
  channel: string | null;
  market: string | null;
  /** ISO date at which facts are read. */
  on: string;
  facts: Facts;
  settings: BankSettings;
  /** The agent has already greeted in this conversation. */
  greeted: boolean;
}

/** The reply of one text for one channel: facts filled, other variables named, greeting and sign-off beside it. */
export function composeReply(text: Text, setting: ReplySetting): Reply | null {
  const variants = variantsFor(text, setting.channel, setting.settings);
  const [first] = variants;
  if (!first) return null;
  const channel = (setting.channel && setting.settings.channels[setting.channel]) || UNKNOWN_CHANNEL;
  const voice = setting.settings.languages[text.lang]?.voice;
  const greets = channel.greeting && !setting.greeted && voice !== undefined;
  const signOff = { long: voice?.signOff, short: voice?.signOffShort, none: '' }[channel.signOff] ?? '';
  const filled = variants.map((variant) => fillFacts(variant.markdown, setting));
  const variables = filled.flatMap((variant) => variant.variables);
  return {
    lang: text.lang,
    channel: first.channel,
    markdown: filled[0]?.markdown ?? '',
    alternatives: filled.slice(1).map((variant) => variant.markdown),
    greeting: greets ? voice.greeting : '',
    greetingNoName: greets ? voice.greetingNoName : '',
    signOff,
    variables: variables.filter((variable, i) => variables.findIndex((other) => other.name === variable.name) === i),
    unit: channel.unit,
    good: channel.good,
    limit: channel.limit,
    stale: false,
  };
}

/** Writes facts into Markdown where they are known; what is left is named. */
export function fillFacts(markdown: string, setting: Pick<ReplySetting, 'facts' | 'market' | 'on'>) {
  const variables: ReplyVariable[] = [];
  const filled = markdown.replace(TOKEN, (token, name: string) => {
    if (!name.startsWith('fact.')) {
      variables.push({ name, value: null });
      return token;
    }
    const value = factValue(setting.facts, name.slice('fact.'.length), setting.market, setting.on);
    if (value && 'value' in value) return value.value;
    variables.push({ name, value: null, ...(value ? { choices: value.choices } : {}) });
    return token;
  });
  return { markdown: filled, variables };
}

const GREETING =
  /^\s*(?:hej|hei|hallå|hallo|god(?:dag| dag| kväll| morgon| kveld| aften)|moi|terve|hyvää|γεια|καλημέρα|καλησπέρα|hi|hello|dear)(?!\p{L})/iu;

/** True when one of the agent's own turns opens with a greeting. */
export function hasGreeted(turns: SuggestInput['turns']): boolean {
  return (turns ?? []).some((turn) => turn.from === 'agent' && GREETING.test(turn.text));
}
