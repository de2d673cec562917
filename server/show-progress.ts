import { Presets, SingleBar } from 'cli-progress';
import type { SyncProgress } from './ports/passage-index.ts';

/** A sync's steps, questions being tried, or records being written. */
export type Progress = Omit<SyncProgress, 'phase'> & { phase: SyncProgress['phase'] | 'test' | 'import' };

const NAMES: Record<Progress['phase'], string> = {
  embed: 'Embedding passages',
  write: 'Writing passages',
  index: 'Indexing words',
  calibrate: 'Learning relevance',
  publish: 'Publishing',
  test: 'Trying questions',
  import: 'Writing articles',
};

/** Shows work as it goes: a bar for each phase on a terminal, a line for each tenth elsewhere. */
export function showProgress(out: NodeJS.WriteStream): { update(progress: Progress): void; stop(): void } {
  return out.isTTY ? bars(out) : lines(out);
}

function bars(out: NodeJS.WriteStream) {
  let bar: SingleBar | null = null;
  let phase: Progress['phase'] | null = null;
  const stop = () => {
    bar?.stop();
    bar = null;
  };
  return {
    update(progress: Progress) {
      if (progress.phase !== phase) {
        stop();
        phase = progress.phase;
        const format = `${NAMES[phase].padEnd(20)} {bar} {percentage} %  {value}/{total}`;
        bar = new SingleBar({ format, stream: out, hideCursor: true, barsize: 30 }, Presets.shades_classic);
        bar.start(progress.total, progress.done);
      }
      bar?.update(progress.done);
    },
    stop,
  };
}

function lines(out: NodeJS.WriteStream) {
  let last = '';
  return {
    update({ phase, done, total }: Progress) {
      const tenths = total === 0 ? 10 : Math.floor((done / total) * 10);
      const key = `${phase} ${tenths}`;
      if (key === last) return;
      last = key;
      out.write(`${NAMES[phase]}: ${tenths * 10} % (${done} of ${total})\n`);
    },
    stop() {},
  };
}
