import type { ChannelNames } from './en.ts';

/** A channel as people call it; its code where nobody has said. */
export function channelName(code: string, names: ChannelNames): string {
  return (names as Record<string, string>)[code] ?? code;
}
