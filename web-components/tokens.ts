import { css } from 'lit';

/**
 * The only values elements use. Light and dark follow the page's own `color-scheme`, so that a light page never gets a dark
 * panel. A host changes one by setting it on the element: `erfara-suggest { --erfara-accent: ... }`.
 */
export const tokens = css`
  :host,
  :root {
    --erfara-font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
    --erfara-text-xs: 12px;
    --erfara-text-s: 13px;
    --erfara-text-m: 14px;
    --erfara-text-l: 16px;
    --erfara-text-xl: 20px;
    --erfara-text-xxl: 28px;
    --erfara-line-height: 1.45;
    --erfara-space-1: 4px;
    --erfara-space-2: 8px;
    --erfara-space-3: 12px;
    --erfara-space-4: 16px;
    --erfara-space-5: 24px;
    --erfara-space-6: 32px;
    --erfara-radius: 6px;
    --erfara-radius-panel: 10px;
    --erfara-appear: 120ms ease-out;

    --erfara-surface: light-dark(oklch(0.985 0.003 220), oklch(0.205 0.012 230));
    --erfara-raised: light-dark(oklch(1 0 0), oklch(0.245 0.014 230));
    --erfara-sunken: light-dark(oklch(0.96 0.005 220), oklch(0.175 0.012 230));
    --erfara-line: light-dark(oklch(0.9 0.008 220), oklch(0.33 0.014 230));
    --erfara-edge: light-dark(oklch(0.62 0.015 225), oklch(0.58 0.02 230));
    --erfara-text: light-dark(oklch(0.25 0.02 235), oklch(0.93 0.006 220));
    --erfara-muted: light-dark(oklch(0.48 0.018 230), oklch(0.73 0.014 225));
    --erfara-accent: light-dark(oklch(0.45 0.085 205), oklch(0.78 0.09 195));
    --erfara-accent-text: light-dark(oklch(0.99 0.005 205), oklch(0.2 0.03 210));
    --erfara-accent-soft: light-dark(oklch(0.95 0.022 205), oklch(0.29 0.035 215));
    --erfara-positive: light-dark(oklch(0.46 0.1 155), oklch(0.8 0.12 155));
    --erfara-warning: light-dark(oklch(0.5 0.11 65), oklch(0.83 0.12 80));
    --erfara-danger: light-dark(oklch(0.5 0.17 25), oklch(0.77 0.13 22));
    --erfara-internal: light-dark(oklch(0.45 0.09 70), oklch(0.85 0.1 85));
    --erfara-internal-soft: light-dark(oklch(0.965 0.035 88), oklch(0.29 0.04 80));
    --erfara-incident: light-dark(oklch(0.47 0.17 350), oklch(0.8 0.11 350));
    --erfara-incident-soft: light-dark(oklch(0.96 0.02 350), oklch(0.28 0.05 350));
    --erfara-mark: light-dark(oklch(0.92 0.09 100), oklch(0.4 0.075 95));
    --erfara-shadow: 0 8px 28px light-dark(oklch(0.3 0.03 230 / 0.16), oklch(0 0 0 / 0.5)), 0 1px 3px light-dark(oklch(0.3 0.03 230 / 0.12), oklch(0 0 0 / 0.4));
  }

  @media (prefers-reduced-motion: reduce) {
    :host,
    :root {
      --erfara-appear: 0ms;
    }
  }
`;
