import type { Text } from '../domain/article.ts';
import type { BankSettings } from '../domain/bank-settings.ts';
import { type Facts, factValue } from '../domain/facts.ts';
import { withoutMarkers } from '../domain/optional-paragraph.ts';
import type { Reply, ReplyVariable, SuggestInput } from '../domain/suggestion.ts';
import { variantsFor } from '../retrieval/choose.ts';
import { settingOf } from './channel-rules.ts';
import { greetingFor } from './greeting-for.ts';
import { shorterWordings } from './shorter-wordings.ts';
import { type Thread, wordingsInTurn } from './wordings-in-turn.ts';

const TOKEN = /\{\{\s*([\w.]+)\s*\}\}/g;
const UNKNOWN_CHANNEL = { good: 800, limit: null, unit: 'chars', greeting: true, signOff: 'none' } as const;

export interface ReplySetting {
  channel: string | null;
  market: string | null;
  /** Whether everyone reads it, where the host says so itself. */
  setting?: 'public' | 'private' | undefined;
  now: Date;
  facts: Facts;
  settings: BankSettings;
  /** The agent has already greeted in this conversation. */
  greeted: boolean;
  /** null = the first wording is the first choice. */
  thread: Thread | null;
  /** Paths of the translations that are older than their source. */
  stale: ReadonlySet<string> | undefined;
}

/** The reply of one text for one channel: facts filled, other variables named, greeting and sign-off beside it. */
export function composeReply(text: Text, setting: ReplySetting): Reply | null {
  const { settings, thread } = setting;
  const wordings = variantsFor(text, setting.channel, settings);
  const variants = thread ? wordingsInTurn(wordings, thread) : wordings;
  const [first] = variants;
  if (!first) return null;
  const known = settings.channels[setting.channel ?? ''];
  const channel = known ?? UNKNOWN_CHANNEL;
  const inPublic = settingOf(setting, known) === 'public';
  const voice = settings.languages[text.lang]?.voice;
  const greets = channel.greeting && !setting.greeted && voice !== undefined;
  const signOff = { long: voice?.signOff, short: voice?.signOffShort, none: '' }[channel.signOff] ?? '';
  const greeting = greets
    ? greetingFor(voice, { ...setting, inPublic }, settings)
    : { greeting: '', greetingNoName: '' };
  const filled = variants.map((variant) => fillFacts(variant.markdown, setting));
  const shorter = shorterWordings(text, variants, { inPublic, settings }).map((words) => fillFacts(words, setting));
  const variables = [...filled, ...shorter].flatMap((variant) => variant.variables);
  return {
    lang: text.lang,
    channel: first.channel,
    markdown: filled[0]?.markdown ?? '',
    alternatives: filled.slice(1).map((variant) => variant.markdown),
    shorter: shorter.map((variant) => variant.markdown),
    ...greeting,
    signOff,
    variables: variables.filter((variable, i) => variables.findIndex((other) => other.name === variable.name) === i),
    unit: channel.unit,
    good: channel.good,
    limit: channel.limit,
    stale: setting.stale?.has(text.path) ?? false,
  };
}

/** Writes facts into Markdown where they are known; what is left is named. Editors' marks stay in the house. */
export function fillFacts(markdown: string, setting: Pick<ReplySetting, 'facts' | 'market' | 'now'>) {
  const on = setting.now.toISOString().slice(0, 10);
  const variables: ReplyVariable[] = [];
  const filled = withoutMarkers(markdown).replace(TOKEN, (token, name: string) => {
    if (!name.startsWith('fact.')) {
      variables.push({ name, value: null });
      return token;
    }
    const value = factValue(setting.facts, name.slice('fact.'.length), setting.market, on);
    if (value && 'value' in value) return value.value;
    variables.push({ name, value: null, ...(value ? { choices: value.choices } : {}) });
    return token;
  });
  return { markdown: filled, variables };
}

const GREETING =
  /^\s*(?:hej(?:san)?|hei(?:sann)?|hallå|hallo|tjena|god(?:dag|kväll|morgon| dag| kväll| morgon| kveld| morgen| aften| afternoon)|good (?:morning|afternoon|evening|day)|kära|kjære|kære|hyvä|moi(?:kka)?|terve|huomenta|hyvää (?:päivää|iltaa|huomenta)|γει[αά]|καλημέρα|καλησπέρα|χαίρετε|αγαπητ(?:έ|ή|οί)|hi|hello|hey|dear)(?!\p{L})/iu;

/** True when one of the agent's own turns opens with a greeting. */
export function hasGreeted(turns: SuggestInput['turns']): boolean {
  return (turns ?? []).some((turn) => turn.from === 'agent' && GREETING.test(turn.text));
}
