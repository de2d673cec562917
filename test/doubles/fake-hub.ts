import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface FakeHub {
  endpoint: string;
  /** `path` or `path@start` of every request, in order. */
  requests: string[];
  close(): Promise<void>;
}

interface HubOptions {
  /** Id and folder of the one model it has. */
  id: string;
  folder: string;
  /** Answers by path within the model, in place of the file. */
  instead?: Record<string, (response: ServerResponse, request: IncomingMessage) => void>;
  /** Cuts the connection after this many bytes of a path, once for each entry. */
  cutAfter?: Record<string, number[]>;
}

/** A model hub on this machine that serves one folder, with ranges and ETags as the real one does. */
export async function openFakeHub(options: HubOptions): Promise<FakeHub> {
  const requests: string[] = [];
  const cuts = structuredClone(options.cutAfter ?? {});
  const server = createServer((request, response) => {
    const prefix = `/${options.id}/resolve/main/`;
    const file = request.url?.startsWith(prefix) ? request.url.slice(prefix.length) : null;
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    requests.push(`${file ?? request.url}${start > 0 ? `@${start}` : ''}`);
    if (file === null) return void response.writeHead(401).end('Repository not found');
    const instead = options.instead?.[file];
    if (instead) return instead(response, request);
    const path = join(options.folder, file);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) return void response.writeHead(404).end('Entry not found');
    const etag = `"${size}"`;
    const resumes = start > 0 && request.headers['if-range'] === etag;
    const bytes = readFileSync(path).subarray(resumes ? start : 0);
    response.writeHead(resumes ? 206 : 200, { etag, 'content-length': bytes.length });
    const cut = cuts[file]?.shift();
    if (cut === undefined) return void response.end(bytes);
    response.write(bytes.subarray(0, cut), () => setTimeout(() => response.destroy(), 20));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
