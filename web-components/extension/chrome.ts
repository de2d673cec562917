/** As much of the extension's browser as is used. */
interface Injection {
  target: { tabId: number; allFrames?: boolean; frameIds?: number[] };
  files: string[];
}

interface Listening<Arguments extends unknown[]> {
  addListener(heard: (...given: Arguments) => void): void;
}

export interface ExtensionBrowser {
  runtime: {
    id: string;
    onMessage: Listening<[message: unknown, sender: { tab?: { id?: number }; frameId?: number }]>;
    sendMessage(message: unknown): Promise<unknown>;
  };
  i18n: { getMessage(name: string): string; getUILanguage(): string };
  storage: { local: { get(defaults: object): Promise<Record<string, string>>; set(values: object): Promise<void> } };
  permissions: { request(wanted: { origins: string[] }): Promise<boolean> };
  scripting: { executeScript(injection: Injection): Promise<unknown> };
  sidePanel: { open(where: { tabId: number }): Promise<void> };
  tabs: {
    query(which: { active: boolean; lastFocusedWindow: boolean }): Promise<{ id?: number }[]>;
    sendMessage(tabId: number, message: unknown, where?: { frameId: number }): Promise<unknown>;
    onActivated: Listening<[{ tabId: number }]>;
  };
  action: { onClicked: Listening<[{ id?: number }]> };
}

export const browser: ExtensionBrowser = (globalThis as unknown as { chrome: ExtensionBrowser }).chrome;
