/** One turn; `minutesAgo` counts from the moment the page was opened, so that the demo is always fresh. */
export interface Turn {
  from: 'customer' | 'agent' | 'other' | 'note';
  text: string;
  minutesAgo: number;
  /** Who, where it is neither the customer nor the agent at work. */
  by?: string;
}

export interface Conversation {
  id: string;
  channel: string;
  setting: 'public' | 'private';
  customer: { name: string; firstName: string | null };
  market: string;
  /** The language the customer writes. */
  lang: string;
  subject?: string;
  /** Known booking, destination and date, as the variables an article may use. */
  booking?: { number: string; destination?: string; date?: string };
  unread: boolean;
  turns: Turn[];
}
