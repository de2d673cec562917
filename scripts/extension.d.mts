export function buildExtension(to: string): Promise<void>;
