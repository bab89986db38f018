// Draws a terminal in which questions are asked (`npm run pictures`). It shows the whole output of `npm run ask`
// over the sample reports; only the pace of the animation is made up. Without animation all of it is visible.
import '../adapters/toolchain.mjs'; // first: refuses a Node that is too old
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { CHINESE_FONTS, escaped } from './svg.ts';

const ROOT = path.join(import.meta.dirname, '..');
const QUESTIONS: readonly string[] = [
  '林业局2024年上半年存在哪些问题？',
  'health commission plans for H2 2024',
  'how many pandas does forestry have',
];

/** A command and its question fit; more would be too small on a telephone. */
const COLUMNS = 64;
const COLUMN_WIDTH = 7.8;
const LINE_HEIGHT = 20;
const LEFT = 18;
const TOP = 54;
const COLOURS = {
  back: '#1e1e2e',
  bar: '#313244',
  text: '#cdd6f4',
  strong: '#f9e2af',
  dim: '#8d93ab',
  prompt: '#a6e3a1',
};
const TYPING_SECONDS = 1.5;
const READING_SECONDS = 3;

/** A question and what the program wrote for it, with its colours as escape sequences. */
interface Recorded {
  question: string;
  output: string;
}

/** Words of one colour. */
interface Run {
  text: string;
  colour: string;
}

/** Asks the program, one question after the other. */
async function record(questions: readonly string[]): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  for (const question of questions) recorded.push({ question, output: await ask(question) });
  return recorded;
}

function ask(question: string): Promise<string> {
  const flags = ['adapters/launch.mjs', 'adapters/terminal/ask.ts', question];
  const child = spawn(process.execPath, [...flags, '--reports', path.join(ROOT, 'index-data', 'reports')], {
    cwd: ROOT,
    env: { ...process.env, FORCE_COLOR: '1', LOG_LEVEL: 'silent', LEXICON_FILE: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`ask ended with ${code}`)),
    );
  });
}

/** The recording as a picture. */
function drawTerminal(recorded: readonly Recorded[]): string {
  const parts: string[] = [];
  let y = TOP;
  let seconds = 0.5;
  for (const { question, output } of recorded) {
    parts.push(...typed(`npm run --silent ask -- "${question}"`, y, seconds));
    seconds += TYPING_SECONDS;
    y += LINE_HEIGHT;
    const lines = output
      .trimEnd()
      .split('\n')
      .flatMap((line) => wrapped(runsOf(line)));
    parts.push(`<g class="output" style="--until:${seconds + 0.3}s">`);
    for (const line of lines) {
      parts.push(...drawLine(line, y));
      y += LINE_HEIGHT;
    }
    parts.push('</g>');
    seconds += READING_SECONDS;
    y += LINE_HEIGHT;
  }
  return framed(parts, y - LINE_HEIGHT);
}

function framed(parts: string[], height: number): string {
  const width = 2 * LEFT + COLUMNS * COLUMN_WIDTH;
  const lights = ['#f38ba8', '#f9e2af', '#a6e3a1'].map(
    (colour, i) => `<circle cx="${20 + 18 * i}" cy="15" r="5.5" fill="${colour}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK SC, ${CHINESE_FONTS}, monospace" font-size="13" xml:space="preserve">`,
    '<title>Questions to yinju in a terminal</title>',
    '<style>',
    '@keyframes wait { from, to { opacity: 0 } }',
    '@keyframes type { from { opacity: 1; transform: scaleX(1) } to { opacity: 1; transform: scaleX(0) } }',
    '.cover { opacity: 0; transform-box: fill-box; transform-origin: right }',
    '@media (prefers-reduced-motion: no-preference) {',
    '.output { animation: wait var(--until) }',
    `.cover { animation: type ${TYPING_SECONDS}s steps(var(--keys)) var(--from) both }`,
    '}',
    '</style>',
    `<rect width="100%" height="100%" rx="8" fill="${COLOURS.back}"/>`,
    `<path d="M0 30V8a8 8 0 0 1 8-8h${width - 16}a8 8 0 0 1 8 8v22z" fill="${COLOURS.bar}"/>`,
    ...lights,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

/** A command behind a cover that draws back as if it were typed. */
function typed(command: string, y: number, seconds: number): string[] {
  const width = columnsOf(command) * COLUMN_WIDTH;
  const left = LEFT + 2 * COLUMN_WIDTH;
  const motion = `--keys:${[...command].length};--from:${seconds}s`;
  return [
    ...drawLine(
      [
        { text: '$ ', colour: COLOURS.prompt },
        { text: command, colour: COLOURS.text },
      ],
      y,
    ),
    `<rect class="cover" x="${left}" y="${y - 15}" width="${rounded(width)}" height="${LINE_HEIGHT}" fill="${COLOURS.back}" style="${motion}"/>`,
  ];
}

/** Each stretch of wide or narrow characters has its own position, so that columns align in any font. */
function drawLine(runs: Run[], y: number): string[] {
  let column = 0;
  return runs.flatMap(({ text, colour }) =>
    [...text.matchAll(STRETCH)].map(([stretch]) => {
      const x = rounded(LEFT + column * COLUMN_WIDTH);
      const length = rounded(columnsOf(stretch) * COLUMN_WIDTH);
      column += columnsOf(stretch);
      return `<text x="${x}" y="${y}" fill="${colour}" textLength="${length}">${escaped(stretch)}</text>`;
    }),
  );
}

const ESCAPE = '\u001b[';

/** The colours that the terminal's renderer writes: bold yellow and dim. */
function runsOf(line: string): Run[] {
  const [plain, ...coloured] = line.split(ESCAPE);
  const runs = coloured.map((piece) => {
    const end = piece.indexOf('m');
    const code = piece.slice(0, end);
    const colour = code === '1;33' ? COLOURS.strong : code === '2' ? COLOURS.dim : COLOURS.text;
    return { text: piece.slice(end + 1), colour };
  });
  return [{ text: plain, colour: COLOURS.text }, ...runs].filter(({ text }) => text !== '');
}

/** Breaks a line where a terminal does: at the last column, between any two characters. */
function wrapped(runs: Run[]): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const { text, colour } of runs)
    for (const character of text) {
      if (used + columnsOf(character) > COLUMNS) {
        lines.push([]);
        used = 0;
      }
      used += columnsOf(character);
      const line = lines[lines.length - 1];
      const last = line[line.length - 1];
      if (last?.colour === colour) last.text += character;
      else line.push({ text: character, colour });
    }
  return lines;
}

const WIDE = /[\u2e80-\uffef“”‘’…]/;
const STRETCH = /[\u2e80-\uffef“”‘’…]+|[^\u2e80-\uffef“”‘’…]+/g;
const columnsOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
const rounded = (value: number) => Math.round(value * 10) / 10;

const [, , folder = import.meta.dirname] = process.argv;
fs.writeFileSync(path.join(folder, 'terminal.svg'), drawTerminal(await record(QUESTIONS)));
