import type { SuggestInput } from '../../server/http/contract.ts';

/** What a host tells of a conversation by properties; '' and [] are what it leaves out. */
export interface ConversationProperties {
  message: string;
  turns: SuggestInput['turns'];
  channel: string;
  setting: '' | 'public' | 'private';
  market: string;
  reads: string[];
  writes: string[];
  case: string;
}

/** The question to the server: turns before a single message, and nothing that was left out. */
export function conversationOf(host: ConversationProperties): SuggestInput {
  const { message, turns, channel, setting, market, reads, writes } = host;
  return {
    ...(turns?.length ? { turns } : message ? { message } : {}),
    ...(channel ? { channel } : {}),
    ...(setting ? { setting } : {}),
    ...(market ? { market } : {}),
    ...(reads.length ? { reads } : {}),
    ...(writes.length ? { writes } : {}),
    ...(host.case ? { case: host.case } : {}),
  };
}
