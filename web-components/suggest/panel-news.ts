import { clientFor } from '../client/client.ts';
import { IncidentController } from '../incident/controller.ts';
import type { SuggestController } from './controller.ts';

/** Keeps the panel's incidents current between two questions, and fetches what tells of answered remarks. */
export class PanelNews {
  #incidents: IncidentController | null = null;
  #followed = '';

  /** Follows the server, market and languages of a panel; called again with the same it does nothing. */
  follow({ server, controller }: { server: string; controller: SuggestController }): void {
    const { market, reads } = controller.input;
    const where = { ...(market ? { market } : {}), ...(reads ? { reads } : {}) };
    const followed = JSON.stringify([server, where]);
    if (followed === this.#followed) return;
    this.stop();
    this.#followed = followed;
    const incidents = new IncidentController(clientFor(server), () =>
      controller.tellIncidents(incidents.incidents, incidents.ended),
    );
    this.#incidents = incidents;
    incidents.follow(where, false);
    void import('../flag/define.ts').catch(() => null);
  }

  stop(): void {
    this.#incidents?.stop();
    this.#followed = '';
  }
}
