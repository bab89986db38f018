// A thousand files: the first build, starts from the snapshot, changes of files while questions are asked,
// and memory.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chooseSource, readSource } from '../corpus.ts';
import { TerminalProcess } from '../library/terminal-process.ts';
import { writeThousandFiles } from '../library/thousand-files.ts';
import { median } from '../measure.ts';
import type { Mode } from '../mode.ts';
import { megabytes, milliseconds, seconds, table } from '../table.ts';

const STARTS = 7;
const CHANGES = 6;
const QUESTION = '林业局有什么打算';
/** Between an answer and the next question. */
const PAUSE_MS = 200;
/** An update that takes longer counts as lost. */
const LOST_MS = 60_000;

export const library: Mode = {
  name: 'library',
  summary: 'a thousand files: first build, starts from the snapshot, files that change',
  async run({ say, progress }) {
    const top = await fs.mkdtemp(path.join(os.tmpdir(), 'yinju-bench-'));
    const folders = { reports: path.join(top, 'reports'), index: path.join(top, 'index') };
    await Promise.all(Object.values(folders).map((folder) => fs.mkdir(folder)));
    try {
      const source = chooseSource();
      progress('making the files');
      const size = await writeThousandFiles(folders.reports, await readSource(source));
      progress('first build');
      const built = await start(folders);
      progress('starts from the snapshot');
      const unchanged = await startsAfter(folders, async () => {});
      progress('starts after three files changed');
      const changed = await startsAfter(folders, (round) => changeThree(folders.reports, round));
      progress('files that change while it runs');
      const updates = await updatesOf(folders);
      const snapshotBytes = await sizeOf(folders.index);
      const figures = { source: source.name, size, built, unchanged, changed, updates, snapshotBytes };
      say(report(figures));
      return figures;
    } finally {
      await fs.rm(top, { recursive: true, force: true });
    }
  },
};

interface Folders {
  reports: string;
  index: string;
}

interface Start {
  /** From the start of the process to the end of its first answer. */
  ms: number;
  peakBytes: number;
}

async function start({ reports, index }: Folders): Promise<Start> {
  const bot = new TerminalProcess(reports, index);
  await bot.ask(QUESTION);
  const ms = performance.now() - bot.startedAt;
  return { ms, peakBytes: await bot.end() };
}

async function startsAfter(folders: Folders, change: (round: number) => Promise<void>): Promise<Start[]> {
  const starts: Start[] = [];
  for (let round = 0; round < STARTS; round++) {
    await change(round);
    starts.push(await start(folders));
  }
  return starts;
}

async function changeThree(reports: string, round: number): Promise<void> {
  for (const number of [1, 501, 901]) {
    const name = path.join(reports, `0${Math.floor(number / 100)}`, `${String(number).padStart(4, '0')}.txt`);
    await fs.appendFile(name, `\n第${round}次补充：新修了一座磁悬浮车站。\n`);
  }
}

interface Updates {
  /** From the end of writing or removing a file to the first answer that shows it. */
  ms: number[];
  /** Of all answers meanwhile. */
  answerMs: number[];
  peakBytes: number;
}

/** Adds, changes and removes a file while questions are asked one after the other. */
async function updatesOf({ reports, index }: Folders): Promise<Updates> {
  const bot = new TerminalProcess(reports, index);
  const updates: Updates = { ms: [], answerMs: [], peakBytes: 0 };
  await bot.ask(QUESTION);
  await wait(2000); // for work that a start postpones
  const name = path.join(reports, '05', 'new.txt');
  for (let round = 0; round < CHANGES; round++) {
    const word = `磁悬浮第${round}车站`;
    const isLast = round === CHANGES - 1;
    if (isLast) await fs.rm(name);
    else
      await fs.writeFile(name, `雁汀镇2025年工作总结\n\n一、主要工作\n完成${word}建设，惠及群众三千人。\n`);
    const before = `磁悬浮第${round - 1}车站`;
    const isDone = (lines: string[]) =>
      isLast
        ? !lines.some((line) => line.includes(`完成${before}`))
        : lines.some((line) => line.includes(`完成${word}`));
    const question = `${isLast ? before : word}建设得怎么样`;
    updates.ms.push(await until(isDone, question, bot, updates.answerMs));
  }
  updates.peakBytes = await bot.end();
  return updates;
}

async function until(
  isDone: (lines: string[]) => boolean,
  question: string,
  bot: TerminalProcess,
  answerMs: number[],
): Promise<number> {
  const since = performance.now();
  while (performance.now() - since < LOST_MS) {
    const { lines, ms } = await bot.ask(question);
    answerMs.push(ms);
    if (isDone(lines)) return performance.now() - since;
    await wait(PAUSE_MS);
  }
  throw new Error('a file that changed never came into the answers');
}

async function sizeOf(directory: string): Promise<number> {
  const names = await fs.readdir(directory, { recursive: true });
  const stats = await Promise.all(names.map((name) => fs.stat(path.join(directory, name))));
  return stats.reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

interface Figures {
  source: string;
  size: { files: number; characters: number };
  built: Start;
  unchanged: Start[];
  changed: Start[];
  updates: Updates;
  snapshotBytes: number;
}

function report({ source, size, built, unchanged, changed, updates, snapshotBytes }: Figures): string {
  const row = (name: string, times: number[], peakBytes: number) => [
    name,
    seconds(Math.min(...times)),
    seconds(median(times)),
    seconds(Math.max(...times)),
    megabytes(peakBytes),
  ];
  const starts = (name: string, all: Start[]) =>
    row(
      name,
      all.map(({ ms }) => ms),
      Math.max(...all.map(({ peakBytes }) => peakBytes)),
    );
  return [
    `${size.files} files with ${size.characters} characters, varied from ${source}; snapshot ${megabytes(snapshotBytes)}`,
    table(
      ['', 'least', 'median', 'most', 'peak memory'],
      [
        starts('first build, to the first answer', [built]),
        starts('start from the snapshot', unchanged),
        starts('start after three files changed', changed),
        row('a file in or out of the answers', updates.ms, updates.peakBytes),
      ],
    ),
    `${updates.answerMs.length} answers meanwhile: median ${milliseconds(median(updates.answerMs))}, longest ${milliseconds(Math.max(...updates.answerMs))}`,
  ].join('\n');
}
