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
  /** When the customer's latest message came: ISO 8601, or what a Date is made of. */
  receivedAt: string;
  /** `nothing`: none of it is kept. */
  keep?: '' | 'nothing';
}

/** The question to the server: turns before a single message, and nothing that was left out. `read`: the message on the page. */
export function conversationOf(host: ConversationProperties, read = ''): SuggestInput {
  const { turns, channel, setting, market, reads, writes } = host;
  const message = host.message || read;
  return {
    ...(turns?.length ? { turns } : message ? { message } : {}),
    ...(channel ? { channel } : {}),
    ...(setting ? { setting } : {}),
    ...(market ? { market } : {}),
    ...(reads.length ? { reads } : {}),
    ...(writes.length ? { writes } : {}),
    ...(host.case ? { case: host.case } : {}),
    ...(host.keep === 'nothing' ? { keep: false } : {}),
    ...(Number.isNaN(Date.parse(host.receivedAt)) ? {} : { receivedAt: new Date(host.receivedAt).toISOString() }),
  };
}

/** Who writes in a conversation without asking anything of the bank. */
const OWN_SIDE = new Set(['agent', 'note', 'bot']);

/** What makes two questions the same: the agent's own words ask nothing. */
export function asked({ turns, ...input }: SuggestInput): string {
  return JSON.stringify([input, turns?.filter(({ from }) => !OWN_SIDE.has(from))]);
}

/** Nobody has written anything. */
export function isEmpty({ message, turns }: SuggestInput): boolean {
  return (message ?? '').trim() === '' && (turns ?? []).every((turn) => turn.text.trim() === '');
}

/** A list as an attribute gives it. */
export function listed(value: string | null): string[] {
  return (value ?? '').split(/[\s,]+/).filter(Boolean);
}

/** The same things, in whatever order. */
export function sameIds(some: { id: string }[], others: { id: string }[]): boolean {
  const ids = (list: { id: string }[]) =>
    list
      .map(({ id }) => id)
      .sort()
      .join();
  return ids(some) === ids(others);
}
