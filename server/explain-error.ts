import { ErfaraError } from './domain/errors.ts';

/** What a command ends with, after sysexits.h: 75 try again later, 78 wrong settings, 69 something it needs is taken. */
export const EXIT = { failed: 1, unavailable: 69, tryAgain: 75, badSetting: 78 } as const;

/** An error in plain words for a terminal, with every place it names. */
export function explainError(error: unknown): string {
  if (!(error instanceof ErfaraError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [error.message, ...error.details.map((detail) => `  ${detail.path}: ${detail.message}`)].join('\n');
}

/** The exit code that says what kind of failure it was. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof ErfaraError)) return EXIT.failed;
  if (error.code === 'locked') return EXIT.tryAgain;
  return error.code === 'bad-setting' ? EXIT.badSetting : EXIT.failed;
}
