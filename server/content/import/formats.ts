import type { ImportFormat } from '../../ports/import-format.ts';
import { chatwoot } from './chatwoot.ts';
import { csv } from './csv.ts';
import { freescout } from './freescout.ts';
import { getSatisfaction } from './get-satisfaction.ts';
import { guru } from './guru.ts';
import { html } from './html.ts';
import { intercom } from './intercom.ts';
import { kundo } from './kundo.ts';
import { markdownFolder } from './markdown-folder.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';

/** Every system that knowledge can come from. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  csv,
  zendesk,
  zammad,
  chatwoot,
  freescout,
  kundo,
  getSatisfaction,
  intercom,
  guru,
  html,
  markdownFolder,
];
