import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVerbatim, parseQuoteId, quoteOf } from '../../src/reports/index.ts';
import { longBody } from '../fixtures/prose.ts';
import { readText } from './reading.ts';

const file = readText(`雁汀镇2023年工作总结\n\n${longBody()}\n`, 'town.txt');
const [report] = file.reports;
const source = { reportId: report.id, text: file.text };

describe('a quote', () => {
  it('is sliced from its source', () => {
    for (const passage of report.passages) {
      const quote = quoteOf(source, passage);
      expect(quote.text).toBe(file.text.slice(passage.start, passage.end));
      expect(isVerbatim(source, quote)).toBe(true);
    }
  });

  it('is not verbatim once a single character differs', () => {
    const quote = quoteOf(source, report.passages[0]);
    expect(isVerbatim(source, { ...quote, text: `${quote.text.slice(0, -1)}！` })).toBe(false);
    expect(isVerbatim(source, { ...quote, start: quote.start + 1 })).toBe(false);
    expect(isVerbatim(source, { ...quote, end: quote.end - 1 })).toBe(false);
  });

  it('is not verbatim in another report', () => {
    const quote = quoteOf(source, report.passages[0]);
    expect(isVerbatim({ ...source, reportId: 'other' }, quote)).toBe(false);
  });

  it('of nothing is not verbatim', () => {
    expect(isVerbatim(source, quoteOf(source, { start: 3, end: 3 }))).toBe(false);
    expect(isVerbatim(source, quoteOf(source, { start: 1e6, end: 1e6 + 9 }))).toBe(false);
  });
});

describe('a quote id', () => {
  it('is short, printable and parses back, wherever the quote stands', () => {
    const spans = fc.record({ start: fc.nat(50_000_000), length: fc.nat(100_000) });
    fc.assert(
      fc.property(spans, ({ start, length }) => {
        const { id } = quoteOf(source, { start, end: start + length });
        expect(id).toMatch(/^[A-Za-z0-9_-]{1,40}$/);
        expect(parseQuoteId(id)).toEqual({ reportId: report.id, start, end: start + length });
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  it('parses back with white space around it, as people paste it', () => {
    const { id, start, end } = quoteOf(source, report.passages[0]);
    expect(parseQuoteId(` ${id}\n`)).toEqual({ reportId: report.id, start, end });
  });

  it.each([
    '',
    'abc',
    '食堂',
    'abcdefgh-0',
    'abcdefgh-0-1',
    'abcdefgh-0-1-',
    'ABCDEFGH-0-1-1',
    'a-b-c-d',
    '../../etc-0-1-1',
  ])('is not seen in %j', (text) => {
    expect(parseQuoteId(text)).toBeUndefined();
  });

  it('is never made of any other text by accident', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parseQuoteId(text);
        expect(parsed === undefined || /^[a-z0-9-]+$/.test(text.trim())).toBe(true);
      }),
      { seed: 32, numRuns: 300 },
    );
  });

  it('stays the same while the file does, and differs between files', () => {
    expect(readText(file.text, 'town.txt').reports[0].id).toBe(report.id);
    expect(readText(file.text, 'other.txt').reports[0].id).not.toBe(report.id);
    expect(readText(`${file.text} `, 'town.txt').reports[0].id).not.toBe(report.id);
  });
});
