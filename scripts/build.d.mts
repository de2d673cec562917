export function buildIfChanged(): Promise<boolean>;
