import { describe, expect, it } from 'vitest';
import { longBody } from '../fixtures/prose.ts';
import { coverageFaults, droppedTexts, readText, titlesOf } from './reading.ts';

const TITLE = '县林业局2023年工作总结';
const REPORT = `${TITLE}\n\n一、主要工作\n${longBody(0)}`;
const PAGE = '\n\n\n\n';

describe('a cover', () => {
  it.each([
    ['the title alone', [TITLE]],
    ['the title with office and date', [TITLE, '县林业局', '2023年12月']],
    ['a title broken into lines', ['澜棠县林业局', '2023年工作总结', '二〇二三年十二月']],
  ])('is no report of its own: %s', (_, lines) => {
    const file = readText(`${lines.join('\n')}${PAGE}${REPORT}`);
    expect(titlesOf(file)).toEqual([TITLE]);
    expect(droppedTexts(file, 'front-matter')).toEqual(lines);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('may stand before each report of a collection', () => {
    const other = TITLE.replace('林业', '水利');
    const file = readText([TITLE, REPORT, other, REPORT.replace('林业', '水利')].join(PAGE));
    expect(titlesOf(file)).toEqual([TITLE, other]);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('names the office of a report whose title does not', () => {
    const bare = REPORT.replace('县林业局', '');
    expect(readText(`县林业局\n2023年工作总结\n2023年12月${PAGE}${bare}`).reports[0].agency).toContain(
      '林业局',
    );
  });

  it.each([
    ['a report with a sentence', `${TITLE}\n\n全县造林三千亩。`],
    ['a report of another title', `${TITLE.replace('林业', '水利')}\n\n造林三千亩`],
  ])('is not %s', (_, first) => {
    expect(readText(`${first}${PAGE}${REPORT}`).reports).toHaveLength(2);
  });
});
