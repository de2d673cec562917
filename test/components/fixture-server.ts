import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { consoleElements, elements } from '../../scripts/build.mjs';
import type { FeedbackEvent, ServerEvent, SuggestInput, SuggestOutput } from '../../server/http/contract.ts';
import { answer, article, searched } from './fixture-answers.ts';

/** What a helpdesk page may do to an element by accident. */
const HOSTILE_STYLES = `* { color: rgb(255, 0, 0); font-family: fantasy; letter-spacing: 3px; text-transform: uppercase; line-height: 3; }
button { border-radius: 40px !important; display: none !important; } h3 { font-size: 60px; } p { margin: 40px; }
body { margin: 0; color-scheme: light dark; background: Canvas; } main { display: flex; } textarea { width: 300px; height: 200px; }
erfara-suggest { width: 360px; height: 640px; }`;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="stylesheet" href="/host.css">
<script type="module" src="/components/suggest/define.js"></script></head>
<body><main><h1>Host</h1><label for="reply">r</label><textarea id="reply"></textarea><div id="place"></div></main></body></html>`;

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'";

export interface Fixture {
  url: string;
  /** What POST /v1/suggest answers; a number is an error status. */
  suggest: (input: SuggestInput) => SuggestOutput | number;
  /** Milliseconds before an answer. */
  delay: number;
  /** False: every API connection is cut. */
  online: boolean;
  /** False: feedback is refused with 503. */
  acknowledges: boolean;
  asked: SuggestInput[];
  /** What other addresses answer, by path; a number is an error status. */
  api: Record<string, (body: unknown, url: string) => object | number>;
  /** Tells every page that follows what happens. */
  tell: (event: ServerEvent) => void;
  events: FeedbackEvent[];
  reset(): void;
  close(): Promise<void>;
}

/** The elements' bundles as they are shipped, a host page with a strict policy, and an API that says what a test wants. */
export async function startFixture(): Promise<Fixture> {
  const built = await Promise.all([elements(), consoleElements()].map((how) => build({ ...how, write: false })));
  const outputFiles = built.flatMap((each) => each.outputFiles ?? []);
  const bundles = new Map(
    outputFiles.map(({ path, contents }) => [path.replaceAll('\\', '/').split('dist').at(-1), contents]),
  );
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const fixture: Fixture = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...fresh(),
    tell: (event) => {
      for (const stream of streams) stream.write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
    },
    reset: () => void Object.assign(fixture, fresh()),
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', fixture.url);
    if (pathname.startsWith('/v1/')) return api(pathname, request, response);
    const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };
    const body = pathname === '/' ? PAGE : pathname === '/host.css' ? HOSTILE_STYLES : bundles.get(pathname);
    const type = types[pathname === '/' ? 'html' : (basename(pathname).split('.').at(-1) ?? '')] ?? 'text/plain';
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': CSP,
    });
    response.end(body);
  }

  async function api(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    if (!fixture.online) {
      request.socket.destroy();
      return;
    }
    await new Promise((waited) => setTimeout(waited, fixture.delay));
    if (path === '/v1/suggest') {
      fixture.asked.push(body as SuggestInput);
      send(response, fixture.suggest(body as SuggestInput));
    } else if (path === '/v1/feedback') {
      const { events } = body as { events: FeedbackEvent[] };
      if (fixture.acknowledges) fixture.events.push(...events);
      send(response, fixture.acknowledges ? { accepted: events.length, duplicates: 0, rejected: [] } : 503);
    } else if (path === '/v1/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('id: 0\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
    } else if (fixture.api[path]) send(response, fixture.api[path](body, request.url ?? ''), 201);
    else if (path === '/v1/flags') send(response, { requestId: 'f1', flags: [], next: null });
    else if (path === '/v1/search') send(response, searched());
    else if (/^\/v1\/articles\/(?!gone$)[^/]+$/.test(path)) send(response, article(basename(path)));
    // An answer of another kind would be an error in the page that no server causes.
    else send(response, 404);
  }

  return fixture;
}

function fresh(): Pick<Fixture, 'suggest' | 'delay' | 'online' | 'acknowledges' | 'asked' | 'events' | 'api'> {
  return { suggest: () => answer(), delay: 0, online: true, acknowledges: true, asked: [], events: [], api: {} };
}

function send(response: ServerResponse, body: object | number, success = 200): void {
  const status = typeof body === 'number' ? body : success;
  const error = {
    error: {
      code: status === 404 ? 'not-found' : 'bad-request',
      message: 'Told by the fixture.',
      docs: '/docs',
      requestId: 'r-error',
      details: [],
    },
  };
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(typeof body === 'number' ? error : body));
}

async function read(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}
