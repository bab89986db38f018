// What a file or a chat text goes through as a whole takes time by its length, whatever it is full of: no pattern alone, but loops within
// loops, texts copied piece by piece and names looked up one by one show here.
import { beforeAll, describe, expect, it } from 'vitest';
import { indexDocument } from '../../src/indexing/index-document.ts';
import { suggest } from '../../src/lookup/index.ts';
import { csv } from '../../src/reports/formats/csv.ts';
import { html } from '../../src/reports/formats/html.ts';
import { markdown } from '../../src/reports/formats/markdown.ts';
import { recognise } from '../../src/reports/formats/recognise.ts';
import { type ReadDocument, readReports } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { OWNER, World } from '../chat/world.ts';
import { threadMs } from '../speed.ts';

/** Characters of every sort that is read in a way of its own, and beginnings of what is looked for. */
const MARKS = [...' \t\u3000\n\r。！，、；：:,.…·-—=#*|_~><([（《“”「【\'"%&/\\'];
const SIGNS = [
  '0',
  '1.',
  '2023年',
  '一、',
  '（一）',
  '第',
  '一是',
  'x',
  'X镇',
  'a',
  'the ',
  '字',
  '镇',
  '我代表',
  '目录\n',
];
const ODD = ['\u0301', '\ud83d', '🙂', '👨‍👩‍👧', '\u200b', '\u200f', '\u202e', '\ufeff', '\u2028', '##a##'];
const SINGLE = [...MARKS, ...SIGNS, ...ODD];
/** Each of them in a row, in lines of its own, and between words. */
const UNITS = [...SINGLE, ...SINGLE.map((unit) => `${unit}\n`), ...SINGLE.map((unit) => `字${unit}`)];
const TAGS = [
  '<',
  '<b>',
  '<p>',
  '<p>a',
  '<td>a',
  '<li>',
  '<main>a',
  '<h1>a',
  '<br>',
  '</p>',
  '&amp;',
  '<a href="',
  '<!--',
  '<!-- -->',
  '<meta ',
  '<pre> ',
  '<nav>',
  '<svg>',
  '<?',
  '<![CDATA[',
];

/** So little is no cause to look further. */
const CALM_MS = 60;
const ATTEMPTS = 4;
/** Four times the text takes four times as long, and some more for memory; sixteen times where it grows with the square. */
const MOST_GROWTH = 9;

type Path = (text: string) => unknown;

async function leastOf(path: Path, text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least > CALM_MS; attempt++)
    least = Math.min(least, await threadMs(async () => path(text)));
  return least;
}

/** The units of which a long text takes more than its share of time. */
async function slowOn(units: string[], length: number, path: Path): Promise<string[]> {
  const slow: string[] = [];
  // between two words: what stands at an end only is taken off
  const textOf = (unit: string, units: number) => `字${unit.repeat(Math.ceil(units / unit.length))}字`;
  for (const unit of units) {
    const long = await leastOf(path, textOf(unit, length));
    if (long <= CALM_MS) continue;
    const short = await leastOf(path, textOf(unit, length / 4));
    if (long > MOST_GROWTH * Math.max(short, CALM_MS / MOST_GROWTH))
      slow.push(`${JSON.stringify(unit)}: ${short.toFixed()} ms, then ${long.toFixed()} ms`);
  }
  return slow;
}

const plain = (text: string): ReadDocument => ({ text, markup: [], headings: [], warnings: [] });
const inMarkdown = (text: string) => {
  const read = markdown.read(Buffer.from(text));
  return read.ok && readReports('a.md', read);
};
const inTable = (text: string) => {
  const read = csv.read(Buffer.from(text));
  return read.ok && readReports('a.csv', read);
};
const inPage = (text: string) => {
  const page = Buffer.from(`<!doctype html><title>a</title><body><p>${text}`);
  recognise('a.html', page);
  return html.read(page);
};

describe('time grows with the length of', () => {
  it('a text, up to its index', async () => {
    expect(await slowOn(UNITS, 4_000, (text) => indexDocument('a.txt', plain(text)))).toEqual([]);
  });

  it('a text in Markdown', async () => {
    const lines = SINGLE.map((unit) => `# ${unit}`);
    expect(await slowOn([...SINGLE, ...lines], 4_000, inMarkdown)).toEqual([]);
  });

  it('a table of separated values', async () => {
    const cells = [
      '"',
      '"a',
      '"a"b',
      '";',
      '","',
      '"\n',
      ',',
      ';',
      '\t',
      ...SINGLE.map((unit) => `${unit},字\n`),
    ];
    expect(await slowOn([...SINGLE, ...cells], 4_000, inTable)).toEqual([]);
    const read: Path = (text) => csv.read(Buffer.from(text));
    expect(await slowOn(['"', '"a', '"a"b', '"\n', '","', 'a,"b', ',', '\n'], 200_000, read)).toEqual([]);
  });

  it('a web page', async () => {
    expect(await slowOn([...SINGLE, ...TAGS], 24_000, inPage)).toEqual([]);
  });

  it('long files that are full of one thing', async () => {
    const read: Path = (text) => readReports('a.txt', plain(text));
    expect(await slowOn(['标题\n\n\n\n好', '字镇的字'], 80_000, read)).toEqual([]);
    expect(await slowOn(['<', '<b>', '&amp;', '<article>a'], 200_000, inPage)).toEqual([]);
  });
});

describe('a file with more headings than the stack has room for', () => {
  it('is read', () => {
    const [report] = readReports('a.txt', plain('一、好\n'.repeat(130_000))).reports;
    expect(report.sections).toHaveLength(130_001);
  });
});

describe('time grows with the length of what is said in a chat:', () => {
  const LENGTH = 8_000;
  let index: PassageIndex;
  let world: World;
  beforeAll(async () => {
    index = await sampleIndex();
    world = new World(index, { access: { open: true, ownerIds: [OWNER.id] } });
    await world.say('林业局2024年上半年存在哪些问题？'); // what is built once is built now
    await world.command('search', '高标准农田 林业局 2023');
  });

  const WORDS = [
    '1 ',
    'a ',
    '林业局 ',
    '林业局和',
    '8:30 ',
    'collection:a ',
    '多少',
    'town in ',
    'it ',
    'how many ',
  ];
  it('a question', async () => {
    expect(await slowOn([...SINGLE, ...WORDS], LENGTH, (text) => world.say(text))).toEqual([]);
  });

  it.each(['search', 'verify', 'quote', 'digest on', 'allow'])('the words after /%s', async (name) => {
    const path: Path = (text) => world.command(name, text, { person: OWNER });
    expect(await slowOn(name === 'verify' ? [...SINGLE, ...WORDS] : WORDS, LENGTH, path)).toEqual([]);
  });

  it('what is completed', async () => {
    const path: Path = (text) => suggest('report', text, index, 25);
    expect(await slowOn([...SINGLE, ...WORDS], LENGTH, path)).toEqual([]);
  });
});
