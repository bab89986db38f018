// npm run bench [-- MODE] [--json FILE] [--times N]: measures speed, memory and quality.
// A mode is one file in modes/ and one line in the list below.
import '../../adapters/toolchain.mjs'; // first: it tells a Node that is too old
import fs from 'node:fs/promises';
import { readFlags } from '../../adapters/terminal/command-line.ts';
import type { Mode } from './mode.ts';
import { ablation } from './modes/ablation.ts';
import { catalogue } from './modes/catalogue.ts';
import { crash } from './modes/crash.ts';
import { digests } from './modes/digests.ts';
import { fuzz } from './modes/fuzz.ts';
import { library } from './modes/library.ts';
import { load } from './modes/load.ts';
import { peers } from './modes/peers.ts';
import { publicTexts } from './modes/public.ts';
import { start } from './modes/start.ts';
import { telegramLoad } from './modes/telegram-load.ts';
import { train } from './modes/train.ts';
import { wordnetTable } from './modes/wordnet.ts';

/** The first one runs where none is named. */
const MODES: Mode[] = [
  peers,
  start,
  library,
  publicTexts,
  ablation,
  catalogue,
  load,
  telegramLoad,
  digests,
  crash,
  fuzz,
  train,
  wordnetTable,
];

const USAGE = `Usage: npm run bench -- [${MODES.map(({ name }) => name).join('|')}] [--json FILE] [--times N]
${MODES.map(({ name, summary }) => `  ${name.padEnd(15)}${summary}`).join('\n')}
  --json FILE  also writes the figures to a file
  --times N    how many times as many passages the second comparison of «peers» gets (default 100)`;

const { values, positionals } = readFlags(
  { json: { type: 'string' }, times: { type: 'string', default: '100' } },
  USAGE,
);
const mode = positionals.length === 0 ? MODES[0] : MODES.find(({ name }) => name === positionals[0]);
const times = Number(values.times);
if (!mode || positionals.length > 1 || !Number.isInteger(times) || times < 2) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const figures = await mode.run({
    times,
    say: (text) => process.stdout.write(`${text}\n`),
    progress: (text) => process.stderr.write(`${text}\n`),
  });
  if (values.json) await fs.writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
}
