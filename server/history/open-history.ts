import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { History } from '../ports/history.ts';
import { gitIn } from './git.ts';
import { GitHistory } from './git-history.ts';
import { KeptHistory } from './kept-history.ts';

/**
 * The content's own repository where it is one and git can use it; otherwise versions kept in `folder`. `notice` says in
 * plain words why a repository is not used.
 */
export async function openHistory(
  content: string,
  folder: string,
): Promise<{ history: History; notice: string | null }> {
  const kept = () => new KeptHistory(folder, content);
  if (!existsSync(join(content, '.git'))) return { history: kept(), notice: null };
  const git = gitIn(content);
  try {
    const top = (await git(['rev-parse', '--show-toplevel'])).toString('utf8').trim();
    if (realpathSync(top) === realpathSync(content)) {
      return { history: new GitHistory(git, { content, folder }), notice: null };
    }
    return { history: kept(), notice: null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const notice = `The content is a git repository, but git cannot use it, so versions are kept in the data folder. ${why}`;
    return { history: kept(), notice };
  }
}
