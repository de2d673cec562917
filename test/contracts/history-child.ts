import { FileArticleWriter } from '../../server/content/file-article-writer.ts';
import { openHistory } from '../../server/history/open-history.ts';

// A process that saves one file again and again until it is killed: history-child <content> <data> <first>
const [content = '', data = '', first = ''] = process.argv.slice(2);
const path = 'articles/å resa/refund.sv.md';
const { history } = await openHistory(content, data);
const writer = new FileArticleWriter(content);
process.once('message', async () => {
  for (let i = Number(first); ; i += 1) {
    const bytes = Buffer.from(`version ${i}\n${'line\n'.repeat(400)}`);
    const change = {
      author: { name: 'Anna Ek', email: null },
      message: `Save version ${i}`,
      at: new Date(Date.UTC(2026, 10, 1) + i * 1_000),
      files: [{ path, bytes }],
    };
    await history.record(change, async () => {
      const there = await writer.read(path);
      await writer.write(path, bytes, there?.etag ?? null);
    });
    process.send?.(i);
  }
});
process.send?.('ready');
