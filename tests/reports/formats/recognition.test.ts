// Text in scans and pictures: recognised where that is switched on, with a stand-in for the engine; the engine
// itself is tried where it is installed.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../../src/reports/formats/index.ts';
import { pdf } from '../../../src/reports/formats/pdf/reader.ts';
import { picture } from '../../../src/reports/formats/picture.ts';
import { asPgm } from '../../../src/reports/formats/recognition/raster.ts';
import {
  MAX_PIXELS,
  type RecognisedWord,
  type Recogniser,
} from '../../../src/reports/formats/recognition/recogniser.ts';
import { installCommand, wordsIn } from '../../../src/reports/formats/recognition/tesseract.ts';
import { RECOGNITION_POOL, readFile } from '../../../src/reports/index.ts';
import { HELVETICA, latinPage, writePdf } from '../../fixtures/formats/pdf-writer.ts';
import { fixture, reasonAgainst } from './read.ts';

const PAGE = { first: 1, last: 1 };

/** Words as they follow each other on lines, 40 pixels high. */
function wordsOn(lines: string[][], confidence = 95): RecognisedWord[] {
  return lines.flatMap((words, line) => {
    let left = 100;
    return words.map((text) => {
      const width = text.length * 40;
      const word = { text, left, top: 100 + line * 60, right: left + width, bottom: 140 + line * 60 };
      left += width + 20;
      return { ...word, confidence, line };
    });
  });
}

/** Says the same of each picture and keeps what it was given. */
class StandIn implements Recogniser {
  readonly seen: Buffer[] = [];
  private readonly words: RecognisedWord[];

  constructor(words: RecognisedWord[]) {
    this.words = words;
  }

  async recognise(bytes: Uint8Array): Promise<RecognisedWord[]> {
    this.seen.push(Buffer.from(bytes));
    return this.words;
  }
}

const TEXT = wordsOn([
  ['全', '年', '完成'],
  ['第二', '行'],
]);

function told(read: ReadResult) {
  if (!read.ok) throw new Error(read.reason.kind);
  return read;
}

/** A picture of grey pixels, one row after the other. */
function greyPicture(rows: number[][]): string {
  const packed = deflateSync(Buffer.from(rows.flat())).toString('latin1');
  return `<< /Type /XObject /Subtype /Image /Width ${rows[0].length} /Height ${rows.length} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}

/** A mask of two by two pixels, of which the upper left and the lower right one are painted. */
const MASK =
  '<< /Type /XObject /Subtype /Image /ImageMask true /Width 2 /Height 2 /BitsPerComponent 1 /Length 2 >>\nstream\n\x40\x80\nendstream';
const QUARTERS = greyPicture([
  [0, 80],
  [160, 240],
]);
const WHOLE_PAGE = 'q 595 0 0 842 0 0 cm /I1 Do Q';
const scan = (pages: string[], pictures: Record<string, string> = { I1: QUARTERS }) =>
  writePdf({ pages, pictures, fonts: { F1: HELVETICA } });

/** The shades of the page that a recogniser was given, at shares of its width and height. */
function shadesOf(pgm: Buffer, places: [number, number][]): number[] {
  const [, width, height] = /^P5\n(\d+) (\d+)\n255\n/.exec(pgm.toString('latin1', 0, 40)) ?? [];
  const pixels = pgm.subarray(pgm.length - Number(width) * Number(height));
  return places.map(
    ([x, y]) => pixels[Math.floor(y * Number(height)) * Number(width) + Math.floor(x * Number(width))],
  );
}

const CORNERS: [number, number][] = [
  [0.2, 0.2],
  [0.8, 0.2],
  [0.2, 0.8],
  [0.8, 0.8],
];

describe('without recognition', () => {
  it('a scan is refused, and a picture too, with the way to have it read', async () => {
    expect(await reasonAgainst('a.pdf', scan([WHOLE_PAGE]))).toMatch(/scan.*OCR=on/);
    expect(await reasonAgainst('a.jpg', Buffer.from('ffd8ffe000104a46', 'hex'))).toMatch(/picture.*OCR=on/);
    expect(await reasonAgainst('page.png', await fixture('scanned-page.png'))).toMatch(/picture.*OCR=on/);
  });
});

describe('a scanned page', () => {
  it('has the recognised lines, says so, and joins Chinese words without spaces', async () => {
    const read = told(await pdf.read(scan([WHOLE_PAGE]), new StandIn(TEXT)));
    expect(read.text).toBe('全年完成\n第二行');
    expect(read.recognised).toEqual([PAGE]);
    expect(read.pages).toEqual([{ start: 0, page: 1 }]);
    expect(read.warnings).toEqual([{ kind: 'pages', trouble: 'recognised', pages: [PAGE] }]);
  });

  it('among pages of text is the only one that is recognised', async () => {
    const standIn = new StandIn(wordsOn([['Quay', 'walls', 'were', 'mended.']]));
    const text = latinPage(['The harbour office dredged the basin.']);
    const read = told(await pdf.read(scan([text, WHOLE_PAGE, text]), standIn));
    expect(read.recognised).toEqual([{ first: 2, last: 2 }]);
    expect(standIn.seen).toHaveLength(1);
    expect(read.text).toContain('Quay walls were mended.');
  });

  it.each([
    ['upright', WHOLE_PAGE, [0, 80, 160, 240]],
    ['turned by a quarter', 'q 0 842 -595 0 595 0 cm /I1 Do Q', [80, 240, 0, 160]],
    [
      'within a form of its own scale',
      'q 2 0 0 2 0 0 cm q 297.5 0 0 421 0 0 cm /I1 Do Q Q',
      [0, 80, 160, 240],
    ],
    ['in strips', 'q 595 0 0 421 0 421 cm /I1 Do Q q 595 0 0 421 0 0 cm /I1 Do Q', [0, 80, 160, 240]],
  ])('is given to the recogniser as it is seen: %s', async (_, page, shades) => {
    const standIn = new StandIn(TEXT);
    await pdf.read(scan([page]), standIn);
    expect(shadesOf(standIn.seen[0], CORNERS)).toEqual(shades);
  });

  it('paints a mask in its colour over the picture under it', async () => {
    const standIn = new StandIn(TEXT);
    const page = `${WHOLE_PAGE} q 1 1 1 rg 595 0 0 842 0 0 cm /I2 Do Q`;
    await pdf.read(scan([page], { I1: greyPicture([[100]]), I2: MASK }), standIn);
    expect(shadesOf(standIn.seen[0], CORNERS)).toEqual([255, 100, 100, 255]);
  });

  it('in which nothing is recognised is refused as that', async () => {
    const read = await pdf.read(scan([WHOLE_PAGE]), new StandIn([]));
    expect(read).toEqual({ ok: false, reason: { kind: 'nothing-recognised' } });
  });

  it('has no lines of dirt, of which the recogniser is not certain', async () => {
    const dirt = wordsOn([['~"', ';,']], 20).map((word) => ({ ...word, line: 7, top: 900, bottom: 940 }));
    const read = told(await pdf.read(scan([WHOLE_PAGE]), new StandIn([...TEXT, ...dirt])));
    expect(read.text).toBe('全年完成\n第二行');
  });

  it('keeps columns of a table apart', async () => {
    const rows = [
      ['甲镇', '12'],
      ['乙镇', '34'],
    ].map(([name, count], line) => [
      {
        text: name,
        left: 100,
        top: 100 + 60 * line,
        right: 180,
        bottom: 140 + 60 * line,
        confidence: 90,
        line,
      },
      {
        text: count,
        left: 600,
        top: 100 + 60 * line,
        right: 660,
        bottom: 140 + 60 * line,
        confidence: 90,
        line,
      },
    ]);
    const read = told(await pdf.read(scan([WHOLE_PAGE]), new StandIn(rows.flat())));
    expect(read.text).toMatch(/^甲镇\s{2,}12\n乙镇\s{2,}34$/);
  });
});

describe('a picture', () => {
  /** The beginning of a PNG of some size. */
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(64);
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };

  it('of one page has the recognised lines', async () => {
    const read = told(await picture.read(png(1000, 1400), new StandIn(TEXT)));
    expect(read).toMatchObject({
      text: '全年完成\n第二行',
      recognised: [PAGE],
      pages: [{ start: 0, page: 1 }],
    });
  });

  it('that is too large is refused before it is decoded', async () => {
    const standIn = new StandIn(TEXT);
    const side = Math.ceil(Math.sqrt(MAX_PIXELS)) + 1;
    const read = await picture.read(png(side, side), standIn);
    expect(read).toEqual({ ok: false, reason: { kind: 'too-many-pixels', millions: MAX_PIXELS / 1e6 } });
    expect(standIn.seen).toEqual([]);
  });

  it('without a whole header is damaged', async () => {
    const read = await picture.read(Buffer.from('ffd8ffe00010', 'hex'), new StandIn(TEXT));
    expect(read).toEqual({ ok: false, reason: { kind: 'damaged' } });
  });
});

describe("the engine's table of words", () => {
  it('gives words with their lines and places', () => {
    const table = '4\t1\t1\t1\t1\t0\t10\t20\t90\t30\t-1\t\n5\t1\t1\t1\t1\t1\t10\t20\t40\t30\t91.5\t水利\n';
    expect(wordsIn(table).filter(({ text }) => text !== '')).toEqual([
      { text: '水利', left: 10, top: 20, right: 50, bottom: 50, confidence: 91.5, line: 1 },
    ]);
  });
});

describe('the packages of the engine', () => {
  it('are named by one command where one of them is missing', () => {
    expect(installCommand(() => true)).toBeUndefined();
    expect(installCommand((file) => !file.includes('eng'))).toMatch(
      /^npm install --no-save tesseract\.js-core@[\d.]+ @tesseract\.js-data\/chi_sim@[\d.]+ @tesseract\.js-data\/eng@[\d.]+$/,
    );
  });
});

describe('the engine', () => {
  it('recognises a page in both languages, offline, in its own thread', async ({ skip }) => {
    const missing = installCommand();
    skip(missing !== undefined, `the engine is not installed: ${missing}`);
    const bytes = await fixture('scanned-page.png');
    const read = told(await readFile('page.png', bytes, { recognition: RECOGNITION_POOL }));
    expect(read.text.split('\n').slice(0, 4)).toEqual([
      '桐岭县水务局2023年工作总结',
      '一、主要工作',
      '全年完成投资3.6亿元。',
      '二、存在问题',
    ]);
    expect(read.text).toContain('部分村庄供水不足，管道老化，需要改造。');
    expect(read.text).toContain('The office repaired 12 km of pipes.');
    await RECOGNITION_POOL.close();
  }, 60_000);

  it('takes a picture in the form in which pages are drawn', () => {
    const pgm = asPgm({ width: 2, height: 1, pixels: Uint8Array.of(7, 9) });
    expect(Buffer.from(pgm).toString('latin1')).toBe('P5\n2 1\n255\n\x07\x09');
  });
});
