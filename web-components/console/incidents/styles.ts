import { css } from 'lit';

export const incidentsStyles = css`
  .list {
    display: grid;
    gap: var(--erfara-space-3);
  }
  .incident {
    display: grid;
    gap: var(--erfara-space-2);
    padding: var(--erfara-space-3) var(--erfara-space-4);
  }
  .incident.running {
    border-color: var(--erfara-incident);
  }
  .badge.running {
    background: var(--erfara-incident-soft);
    color: var(--erfara-incident);
  }
  .warn {
    color: var(--erfara-warning);
  }
  details {
    font-size: var(--erfara-text-s);
  }
  summary {
    width: fit-content;
    min-height: 24px;
    color: var(--erfara-muted);
    font-weight: 600;
    cursor: pointer;
  }
  details ul, details ol {
    padding: 4px 0 var(--erfara-space-2) var(--erfara-space-3);
  }
  .surges {
    display: grid;
    gap: var(--erfara-space-2);
    margin-bottom: var(--erfara-space-5);
  }
  .surge {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2) var(--erfara-space-3);
    padding: var(--erfara-space-3) var(--erfara-space-4);
    border: 1px solid var(--erfara-incident);
    border-radius: var(--erfara-radius-panel);
    background: var(--erfara-incident-soft);
  }
  .surge p {
    flex: 1 1 260px;
  }
  .templates {
    display: grid;
    gap: 4px;
  }
  label.template, label.market {
    display: flex;
    align-items: center;
    gap: var(--erfara-space-2);
    min-height: 36px;
    color: var(--erfara-text);
    font-size: var(--erfara-text-m);
    font-weight: 400;
    cursor: pointer;
  }
  label.template {
    padding: 6px var(--erfara-space-3);
    line-height: 1.35;
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius);
  }
  label.template.chosen {
    border-color: var(--erfara-accent);
    background: var(--erfara-accent-soft);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
    gap: var(--erfara-space-3);
    align-items: start;
  }
`;
