import type { BuildOptions } from 'esbuild';

export function buildIfChanged(): Promise<boolean>;
export function elements(): BuildOptions;
export function consoleElements(): BuildOptions;
