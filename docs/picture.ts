// Draws an answer and a digest as they are sent to Discord (`npm run pictures`). The components are the bot's
// own, those of the digest from its golden file; fonts and distances are not Discord's. Reads only the Markdown
// that the adapter writes.
import '../adapters/toolchain.mjs'; // first: refuses a Node that is too old
import fs from 'node:fs';
import path from 'node:path';
import {
  type Core,
  createCore,
  createLog,
  machineClock,
  type Outgoing,
  openStore,
  readConfig,
  TEXTS,
} from '#core';
import { mediumFor } from '../adapters/discord/limits.ts';
import { render } from '../adapters/discord/render.ts';
import { COMPONENT, type Container } from '../adapters/discord/rendering/component.ts';
import { CHINESE_FONTS, escaped } from './svg.ts';

const QUESTION = '栖鹭镇老年食堂80岁以上老人每餐多少钱？';
const GOLDEN_DIGESTS = path.join(import.meta.dirname, '..', 'tests', 'golden', 'digest-discord.json');
const DIGEST = 'new reports and a followed topic, in English';

/** Near that of a telephone, so that the words can be read on one. */
const WIDTH = 440;
const LEFT = 28;
const INNER = WIDTH - 2 * LEFT;
const COLOURS = {
  back: '#313338',
  box: '#2b2d31',
  text: '#dbdee1',
  grey: '#949ba4',
  bar: '#4e5058',
  dark: '#1e1f22',
};

/** Words in one style. */
interface Run {
  text: string;
  bold?: boolean;
  code?: boolean;
}

/** The elements so far, and the baseline of the next line. */
interface Drawing {
  parts: string[];
  y: number;
}

/** The picture of a container, and of the question that it answers, if it answers one. */
function draw(title: string, { components }: Container, question?: string): string {
  const drawing: Drawing = { parts: [], y: question ? 34 : 10 };
  if (question) paragraph(drawing, [{ text: question }], { size: 15, left: LEFT, colour: COLOURS.text });
  drawing.y += 26;
  const top = drawing.y - 24;
  for (const child of components) {
    if (child.type === COMPONENT.textDisplay)
      for (const line of child.content.split('\n')) drawLine(drawing, line);
    else if (child.type === COMPONENT.actionRow) drawRow(drawing, child.components);
    else drawing.y += 6;
    drawing.y += 4;
  }
  return framed(title, drawing, top);
}

/** The drawing on its background, with the box that begins at `top`. */
function framed(title: string, { parts, y }: Drawing, top: number): string {
  const height = y + 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height + 6}" viewBox="0 0 ${WIDTH} ${height + 6}" font-family="gg sans, Noto Sans, ${CHINESE_FONTS}, sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${COLOURS.back}"/>`,
    `<rect x="12" y="${top}" width="${WIDTH - 24}" height="${height - top - 6}" rx="8" fill="${COLOURS.box}" stroke="${COLOURS.bar}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function drawLine(drawing: Drawing, line: string): void {
  const look = { size: 15, left: LEFT, colour: COLOURS.text };
  if (line.startsWith('-# '))
    paragraph(drawing, runsOf(line.slice(3)), { ...look, size: 12, colour: COLOURS.grey });
  else if (line.startsWith('### '))
    paragraph(drawing, [{ text: plain(line.slice(4)), bold: true }], { ...look, size: 17, colour: '#fff' });
  else if (line.startsWith('> ')) {
    const from = drawing.y - 16;
    paragraph(drawing, runsOf(line.slice(2)), { ...look, left: LEFT + 14 });
    const height = drawing.y - from - 20;
    drawing.parts.push(
      `<rect x="${LEFT}" y="${from}" width="4" height="${height}" rx="2" fill="${COLOURS.bar}"/>`,
    );
  } else paragraph(drawing, runsOf(line), look);
}

const plain = (markdown: string) => markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');

/** Bold stretches and code spans of a line. */
function runsOf(markdown: string): Run[] {
  return [...markdown.matchAll(/\*\*((?:\\.|[^\\*])+)\*\*|`([^`]+)`|((?:\\.|[^*`\\])+)/g)].map(
    ([, bold, code, text]) =>
      bold !== undefined
        ? { text: plain(bold), bold: true }
        : code !== undefined
          ? { text: code, code: true }
          : { text: plain(text) },
  );
}

/** Width of a character in units of the font size, near enough for line breaks. */
const widthOf = (character: string) => (/[\u2e80-\uffef]/.test(character) ? 1 : 0.56);
const textWidth = (text: string) => [...text].reduce((sum, each) => sum + widthOf(each), 0);

/** How a paragraph is set. */
interface Look {
  size: number;
  left: number;
  colour: string;
}

function paragraph(drawing: Drawing, runs: Run[], look: Look): void {
  for (const line of brokenLines(runs, (LEFT + INNER - look.left) / look.size)) {
    const spans = line.map((run) => span(run)).join('');
    drawing.parts.push(
      `<text x="${look.left}" y="${drawing.y}" font-size="${look.size}" fill="${look.colour}" xml:space="preserve">${spans}</text>`,
    );
    drawing.y += Math.round(look.size * 1.5);
  }
}

/** Breaks runs into lines of a width: between words and between Chinese characters, not within an id. */
function brokenLines(runs: Run[], width: number): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const run of runs) {
    let text = '';
    for (const piece of run.code ? [run.text] : piecesOf(run.text)) {
      if (used + textWidth(piece) > width) {
        lines[lines.length - 1].push({ ...run, text });
        lines.push([]);
        text = '';
        used = 0;
      }
      text += piece;
      used += textWidth(piece);
    }
    lines[lines.length - 1].push({ ...run, text });
  }
  return lines;
}

/** Words and single characters, with the marks that may not begin a line. */
const piecesOf = (text: string) =>
  text.match(/(?:[^\s\u2e80-\uffef]+|[\s\S])[，。、；：？！”’》）]*/gu) ?? [];

function span({ text, bold, code }: Run): string {
  if (text === '') return '';
  const look = bold ? ' font-weight="700" fill="#fff"' : code ? ' font-family="monospace"' : '';
  return `<tspan${look}>${escaped(text)}</tspan>`;
}

type Row = Extract<Container['components'][number], { type: typeof COMPONENT.actionRow }>['components'];

const LABEL_SIZE = 14;
const LABEL_LINE = 20;
const PADDING = 14;

function drawRow(drawing: Drawing, row: Row): void {
  let x = LEFT;
  let height = 0;
  for (const component of row) {
    const isButton = component.type === COMPONENT.button;
    const text = isButton ? component.label : `${component.placeholder}`;
    const label = linesOf(text, (INNER - 2 * PADDING) / LABEL_SIZE);
    const width = isButton ? Math.max(...label.map(textWidth)) * LABEL_SIZE + 2 * PADDING : INNER;
    drawing.parts.push(...box({ x, y: drawing.y, width, label, isButton }));
    x += width + 8;
    height = Math.max(height, label.length * LABEL_LINE);
  }
  drawing.y += height + 22;
}

const linesOf = (text: string, width: number) =>
  brokenLines([{ text }], width).map((line) => line.map((run) => run.text).join(''));

/** A button, or a select menu with its arrow. */
function box(at: { x: number; y: number; width: number; label: string[]; isButton: boolean }): string[] {
  const { x, y, width, label, isButton } = at;
  const [fill, ink] = isButton ? [COLOURS.bar, '#fff'] : [COLOURS.dark, COLOURS.grey];
  const height = label.length * LABEL_LINE + 12;
  const parts = [
    `<rect x="${x}" y="${y - 16}" width="${width}" height="${height}" rx="6" fill="${fill}"/>`,
    ...label.map(
      (line, i) =>
        `<text x="${x + PADDING}" y="${y + 5 + i * LABEL_LINE}" font-size="${LABEL_SIZE}" fill="${ink}">${escaped(line)}</text>`,
    ),
  ];
  const arrow = `<text x="${x + width - 24}" y="${y + 5}" font-size="14" fill="#fff">⌄</text>`;
  return isButton ? parts : [...parts, arrow];
}

/** The digest that is drawn. */
function digest(): Container {
  return (JSON.parse(fs.readFileSync(GOLDEN_DIGESTS, 'utf8')) as Record<string, Container>)[DIGEST];
}

/** The container that answers a question over the sample reports. */
async function answerTo(question: string, core: Core): Promise<Container> {
  const opened = await openStore(':memory:');
  if (!opened.ok) throw new Error(opened.reason);
  const sent: Outgoing[] = [];
  const place = { id: 'picture:0', kind: 'private' as const, within: { channel: 'picture:0' } };
  const request = { type: 'question' as const, text: question };
  await core.chat(opened.store, { access: { open: true, ownerIds: [] } }).receive(
    { person: { id: 'picture:0', manager: false }, place, request },
    {
      medium: (locale) => mediumFor(locale, new Map()),
      send: async (outgoing) => {
        sent.push(outgoing);
        return { outcome: 'sent', messages: ['picture:0'] };
      },
      dismiss: async () => {},
    },
  );
  const [{ parts, locale }] = sent;
  return render(parts[0], { texts: TEXTS[locale], commandIds: new Map() });
}

const read = readConfig([]);
if (!read.ok) throw new Error(read.problems.join('\n'));
const result = await createCore(read.config, createLog('silent'), machineClock);
if (!result.ok) throw new Error(result.reason);
const answer = draw(QUESTION, await answerTo(QUESTION, result.core), QUESTION);
const [, , folder = import.meta.dirname] = process.argv;
fs.writeFileSync(path.join(folder, 'discord-answer.svg'), answer);
fs.writeFileSync(path.join(folder, 'discord-digest.svg'), draw('A daily digest', digest()));
