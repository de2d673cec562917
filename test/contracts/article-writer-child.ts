import { FileArticleWriter } from '../../server/content/file-article-writer.ts';
import { captured } from './captured-text.ts';

// A process that writes texts until it is killed: article-writer-child <folder> <first>
const [folder = '', first = ''] = process.argv.slice(2);
const writer = new FileArticleWriter(folder);
process.once('message', async () => {
  for (let i = Number(first); ; i += 1) {
    await writer.create(captured(`case-${i}`), { folder: 'articles/cases', headings: { resolution: 'resolution' } });
    await writer.addQuestion({ path: 'articles/refund.en.md', id: 'refund', lang: 'en' }, `phrasing ${i}`);
    await writer.removeQuestion({ path: 'articles/refund.en.md', id: 'refund', lang: 'en' }, `phrasing ${i}`);
    process.send?.(i);
  }
});
process.send?.('ready');
