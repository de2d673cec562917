import type { Suggestion } from '../../server/http/contract.ts';
import type { Recording } from './recording.ts';

/** A suggestion that the agent put away. */
export interface PutAway {
  undo(): void;
  because(reason: string): void;
}

/** Records that a suggestion was put away; a reason given later belongs to the same event. */
export function putAway(recording: Recording, suggestion: Suggestion, back: () => void): PutAway {
  let event = recording.add('dismiss', suggestion);
  return {
    undo() {
      recording.takeBack(event);
      back();
    },
    because(reason) {
      event = recording.amend(event, { reason });
    },
  };
}
