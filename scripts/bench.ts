import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';

/** Messages of about 200 characters in the six languages, as they come from customers. */
const MESSAGES = [
  'Hej! Vårt flyg från Arlanda till Aten blev inställt igår kväll och vi fick köpa nya biljetter själva. Hur får vi tillbaka pengarna för de gamla biljetterna, och hur lång tid tar det? Mvh Karin och Lars',
  'Hei, kofferten min kom ikke fram til Gardermoen på søndag og jeg har fortsatt ikke hørt noe. Jeg har måttet kjøpe klær og toalettsaker for egen regning, får jeg dekket det, og når kommer kofferten?',
  'Hejsa, jeg har bestilt en rejse til Kreta, men min kæreste er blevet syg, og lægen siger, at hun ikke må flyve. Vi har købt afbestillingsdækning. Hvad skal I bruge fra os for at få pengene tilbage?',
  'Moi, maksoin eilen matkan Roomaan ja tililtä on nyt veloitettu sama summa kahteen kertaan, mutta vahvistuksia tuli vain yksi. Milloin ylimääräinen veloitus palautuu tilille ja pitääkö minun tehdä jotain?',
  'Καλησπέρα σας, η πτήση μας από Στοκχόλμη προς Αθήνα έφτασε με πέντε ώρες καθυστέρηση και χάσαμε το πλοίο για τη Νάξο. Δικαιούμαστε κάποια αποζημίωση και πώς μπορούμε να κάνουμε την αίτηση;',
  'Hello, my mother is travelling with you next Friday from Helsinki and she cannot walk long distances any more. How do we order a wheelchair at the airport, and can I come with her all the way to the gate?',
];
/** Messages that are shown in a browser. */
const PAINTED = 200;
/** Articles that are changed and checked. */
const CHECKS = 10;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const options = new Command('npm run bench --')
  .description('Times POST /v1/suggest (or /v1/checks) on a server that runs on this machine, embedding included.')
  .option('--url <url>', 'the server', 'http://127.0.0.1:8787')
  .option('--clients <n>', 'requests at once', '1')
  .option(
    '--checks <content>',
    'time POST /v1/checks instead, with a question added to articles of this content folder',
  )
  .option(
    '--painted <content>',
    'time message in view to suggestions painted instead, in a browser, with this folder’s questions',
  )
  .option('--seconds <n>', 'how long, at most 300', '20')
  .parse()
  .opts<{ url: string; clients: string; seconds: string; checks?: string; painted?: string }>();

async function main(): Promise<void> {
  const url = new URL(options.checks ? '/v1/checks' : '/v1/suggest', options.url);
  if (!LOOPBACK.has(url.hostname)) throw new Error('Only a server on this machine is timed: use a loopback address.');
  if (options.painted) return tellPainting(url, options.painted);
  if (options.checks) return timeChecks(url, join(options.checks, 'articles'));
  const seconds = Math.min(300, Number(options.seconds));
  const until = Date.now() + seconds * 1_000;
  const times: number[] = [];
  let errors = 0;
  let sent = 0;
  // The first requests pay for what is loaded once.
  for (let i = 0; i < 12; i += 1) await ask(url, i);
  const client = async () => {
    while (Date.now() < until) {
      sent += 1;
      const start = performance.now();
      const ok = await ask(url, sent);
      times.push(performance.now() - start);
      if (!ok) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: Number(options.clients) }, client));
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(1);
  console.log(
    `${times.length} requests, ${options.clients} at once, ${seconds} s: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ` +
      `${(times.length / seconds).toFixed(0)} a second, ${errors} errors`,
  );
}

/** The browser is asked for only here: a server's own machine need not have one. */
async function tellPainting(url: URL, content: string): Promise<void> {
  const { timePainting, questionsIn } = await import('./painted/time-painting.ts');
  const { times, answered } = await timePainting(url, questionsIn(content, PAINTED));
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(0);
  console.log(
    `${times.length} messages, ${answered} with suggestions: message in view to painted ` +
      `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`,
  );
}

/** One changed article at a time, as an editor's save does it. The first check may have to wait for the first full run. */
async function timeChecks(url: URL, folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .sort();
  for (let turn = 0; turn <= CHECKS; turn += 1) {
    const file = files[Math.floor((turn * files.length) / (CHECKS + 1))] ?? '';
    const source = readFileSync(join(folder, file), 'utf8');
    const markdown = source.replace(/^questions:$/m, `questions:\n  - "Vad gäller egentligen för detta ${turn}?"`);
    const start = performance.now();
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ texts: [{ markdown }] }),
    });
    const output = (await answer.json()) as { tests?: { run: number; total: number }; error?: { message: string } };
    const tests = output.tests ? `${output.tests.run} of ${output.tests.total} lines run` : output.error?.message;
    console.log(`${(performance.now() - start).toFixed(0)} ms  ${file}  ${tests}${turn === 0 ? ' (the first)' : ''}`);
  }
}

async function ask(url: URL, turn: number): Promise<boolean> {
  // A number within, so that no two messages are the same and each still ends as it was written.
  const message = (MESSAGES[turn % MESSAGES.length] ?? '').replace(/[.?;]/, ` ${turn}$&`);
  const body = JSON.stringify({ message, channel: 'email', reads: ['sv', 'en'], keep: false });
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await answer.arrayBuffer();
  return answer.ok;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
