import type { BankSettings, ChannelSettings } from '../domain/bank-settings.ts';
import type { Lang } from '../domain/language.ts';
import type { ChannelRules, SuggestInput } from '../domain/suggestion.ts';

/** What a conversation's channel asks of any reply to a customer who writes `lang`; null when the channel is not known. */
export function channelRules(input: SuggestInput, lang: Lang, settings: BankSettings): ChannelRules | null {
  const channel = settings.channels[input.channel ?? ''];
  if (!channel && !input.setting) return null;
  const setting = settingOf(input, channel);
  const voice = settings.languages[lang]?.voice;
  const inPublic = setting === 'public';
  return {
    setting,
    replyWindowHours: channel?.replyWindowHours ?? null,
    spoken: channel?.spoken ?? false,
    names: !inPublic || voice?.nameInPublic !== false,
    toPrivate: (inPublic && voice?.toPrivate?.[input.channel ?? '']) || null,
    orderNumbers: inPublic ? settings.orderNumbers : [],
    domains: inPublic ? settings.trustedDomains : [],
  };
}

/** The host knows best: a Facebook conversation may be a comment or a private message. */
export function settingOf(
  input: Pick<SuggestInput, 'setting'>,
  channel: ChannelSettings | undefined,
): 'public' | 'private' {
  return input.setting ?? channel?.setting ?? 'private';
}
