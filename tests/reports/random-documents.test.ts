// The central promises of reading, tested on random documents.
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { isVerbatim, parseQuoteId, quoteOf, type ReportFile } from '../../src/reports/index.ts';
import { ADVERTISEMENT, ALL_SENTENCES } from '../fixtures/prose.ts';
import { coverageFaults, droppedTexts, passageTexts, readMarkdown, readText } from './reading.ts';

const heading = fc
  .tuple(
    fc.constantFrom(
      '一、',
      '二、',
      '（一）',
      '(三) ',
      '（五)',
      '1.',
      '2、',
      '（1）',
      '①',
      '——',
      '第二部分 ',
      '第一条 ',
      '第二条 ',
      'Article 1. ',
      'Article 2: ',
      '1.1 ',
      '1.2 ',
      '(a) ',
      '(b) ',
      '• ',
      '# ',
      '## ',
      '',
    ),
    fc.constantFrom(
      '修路架桥',
      '存在的问题',
      '下半年工作计划',
      '抓绿化，山岭添新绿。',
      '老年食堂：',
      '3.6万亩果园',
    ),
  )
  .map((parts) => parts.join(''));
const line = fc.constantFrom(
  '县林业局2023年工作总结',
  '雁汀镇2023年上半年政府工作报告',
  '2023年工作总结汇编（3篇）',
  '目录',
  '县林业局2023年工作总结\t3',
  '县民政局2023年工作总结……7',
  '1.',
  '本文档编辑密码：abc2023',
  '雁汀镇人民政府',
  '2024年1月12日',
  '各位代表：',
  'Duties on Motor Vehicles',
  'RESULTS OF THE YEAR',
  'Staff shortage.',
  '在肯定成绩的同时，我们也清醒地看到，工作还有不足。',
  '接下来，我们将修好支渠。',
  '- 一条',
  '---',
  ADVERTISEMENT,
);
const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ALL_SENTENCES) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '一是修渠；二是植树。',
      '十一扎实巡河。',
      '推行“一窗通办”',
      '资金XX',
      'D建',
      '……”）。',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('##begin##', '##paid_end-1##', '##', '\u200b', '\ufeff', '\t', '\u3000', '  '),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom('\ud83d', '\udc4d', '👍🏽', 'שלום', '\u2029', '\u0085', '\0') },
);
const lineBreak = fc.constantFrom(
  '',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '\n\n\n\n',
  '\n \n\t\n\u3000\n',
);
const piece = fc.oneof(
  { weight: 2, arbitrary: heading },
  { weight: 2, arbitrary: line },
  { weight: 3, arbitrary: words },
);
const randomDocument = fc
  .array(fc.tuple(piece, lineBreak), { maxLength: 40 })
  .map((pieces) => pieces.map((pair) => pair.join('')).join(''));

const RUNS = 1600;

/** A text that decoding rejects as a binary file. */
const asTextFile = (text: string) =>
  `${text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|\p{Co}|\ufffd/gu, '')}\n`;

/** Reading takes most of the time, and each promise is held by the same documents: each is read once. */
const readBefore = new Map<string, ReportFile>();

function documentOf(text: string, asMarkdown: boolean): ReportFile {
  const key = `${asMarkdown} ${text}`;
  const known = readBefore.get(key);
  if (known) return known;
  const file = asMarkdown ? readMarkdown(asTextFile(text)) : readText(text);
  readBefore.set(key, file);
  return file;
}
afterAll(() => readBefore.clear());

function forEveryDocument(promise: (file: ReportFile) => void): void {
  fc.assert(
    fc.property(randomDocument, fc.boolean(), (text, asMarkdown) => {
      promise(documentOf(text, asMarkdown));
    }),
    { seed: 41, numRuns: RUNS },
  );
}

const UNWANTED_LINE = new RegExp(
  `(?<=^|[\\n\\r\\u2028])(?:本文档编辑密码：abc2023|${ADVERTISEMENT})(?=$|[\\n\\r\\u2028])`,
  'g',
);

describe('in any document', () => {
  it('passages, headings and dropped spans cover the text exactly, and only white space is dropped as space', () => {
    forEveryDocument((file) => expect(coverageFaults(file)).toEqual([]));
  });

  it('no passage holds a marker', () => {
    forEveryDocument((file) => {
      for (const text of passageTexts(file)) expect(text).not.toMatch(/##begin##|##paid_end-1##/);
    });
  });

  it('no passage holds a line of advertising or a password', () => {
    forEveryDocument((file) => {
      const passages = file.reports.flatMap((report) => report.passages);
      for (const { index } of file.text.matchAll(UNWANTED_LINE))
        expect(passages.filter(({ start, end }) => start <= index && index < end)).toEqual([]);
    });
  });

  it('every passage is a quote: its text is its slice and its id parses back', () => {
    forEveryDocument((file) => {
      for (const report of file.reports) {
        const source = { reportId: report.id, text: file.text };
        for (const passage of report.passages) {
          const quote = quoteOf(source, passage);
          expect(isVerbatim(source, quote)).toBe(true);
          expect(quote.id).toMatch(/^[A-Za-z0-9_-]{1,40}$/);
          const { start, end } = quote;
          expect(parseQuoteId(quote.id)).toEqual({ reportId: report.id, start, end });
          expect(end).toBe(passage.end);
          expect(file.text.slice(passage.start, start)).toMatch(/^(?:[-+*–·]\s+|[•●○▪■□◆◇►▶➢➤✓✔‣⁃]\s*)?$/);
        }
      }
    });
  });

  it('reports follow each other, each with a name, its passages inside it and its sections inside each other', () => {
    forEveryDocument((file) => {
      let at = 0;
      for (const report of file.reports) {
        expect(report.title.trim()).not.toBe('');
        expect(report.start).toBeGreaterThanOrEqual(at);
        at = report.end;
        for (const { start, end, section } of report.passages) {
          expect(report.start <= start && end <= report.end).toBe(true);
          const { start: sectionStart, end: sectionEnd } = report.sections[section];
          expect(sectionStart <= start && end <= sectionEnd).toBe(true);
        }
        for (const { parent, depth, start, end } of report.sections.slice(1)) {
          const above = report.sections[parent];
          expect(depth).toBe(above.depth + 1);
          expect(above.start <= start && end <= above.end).toBe(true);
        }
      }
    });
  });

  it('the spans of a locality are slices with its name', () => {
    forEveryDocument((file) => {
      for (const { localities } of file.reports)
        for (const { text, spans } of localities)
          for (const { start, end } of spans) expect(file.text.slice(start, end)).toBe(text);
    });
  });

  it('every sentence that nothing dropped is in a passage', () => {
    const bodies = fc.uniqueArray(fc.constantFrom(...ALL_SENTENCES), { minLength: 1 });
    const breaks = fc.constantFrom(
      '',
      '\n',
      '\n\n',
      '\n一、修路\n',
      '\n（二）植树\n',
      '\n\n\n\n',
      '##begin##',
    );
    fc.assert(
      fc.property(bodies, fc.array(breaks, { minLength: 24, maxLength: 24 }), (sentences, gaps) => {
        const file = readText(
          `雁汀镇2023年工作总结\n\n${sentences.map((text, i) => text + gaps[i]).join('')}`,
        );
        const held = passageTexts(file).join('');
        const headings = file.reports
          .flatMap(({ sections }) => sections.map(({ label }) => label))
          .join('\n');
        for (const text of sentences) {
          const found = held.split(text).length - 1;
          expect(found + (headings.includes(text.replace(/。$/, '')) ? 1 : 0)).toBe(1);
        }
      }),
      { seed: 46, numRuns: 150 },
    );
  });
});

describe('readReports', () => {
  it('reads any string', () => {
    const anyUnits = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
      .map((units) => String.fromCharCode(...units));
    const anyString = fc.oneof(
      anyUnits,
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(anyString, (text) => {
        const file = readText(text);
        expect(file.text).toBe(text);
        expect(coverageFaults(file)).toEqual([]);
      }),
      { seed: 47, numRuns: RUNS },
    );
  });

  it('gives the same reports for the same text', () => {
    forEveryDocument((file) => {
      const again = readText(file.text, file.name);
      if (file.name.endsWith('.txt')) expect(again).toEqual(file);
    });
  });

  it('gives each dropped span a reason', () => {
    forEveryDocument((file) => {
      for (const text of droppedTexts(file, 'marker')) expect(text).toMatch(/^##\S+##$/);
      for (const text of droppedTexts(file, 'password')) expect(text).toContain('密码');
    });
  });
});
