import { describe, expect, it } from 'vitest';
import { understand } from '../../src/question/index.ts';
import { prose } from '../fixtures/prose.ts';
import { indexOf } from '../search/corpus.ts';

const ENGLISH = 'The weir was rebuilt and three sluices were mended. The water rose by 8 per cent. ';
const index = indexOf({
  'a.txt': `Thorne Valley Canal Trust\nAnnual Report 2013\n\n${ENGLISH}\n`,
  'b.txt': `Arkwright Gauges plc Annual Report 2013\n\n${ENGLISH}\n`,
  'c.txt': `芦浦县人民检察院2013年工作总结\n\n${prose(3)}\n`,
  'd.txt': `远帆渔具有限公司2013年工作总结\n\n${prose(5)}\n`,
});
const authorsIn = (question: string) =>
  understand(question, index).agencies.flatMap(({ fits }) =>
    [...fits.keys()].map((report) => index.reports[report].file),
  );

describe('an author is named', () => {
  it.each([
    ['what are the plans of the canal trust?', 'a.txt'],
    ['what did the Thorne Valley Canal Trust do', 'a.txt'],
    ['which risks does Arkwright see', 'b.txt'],
    ['检察院有什么打算', 'c.txt'],
    ['远帆渔具明年准备做什么', 'd.txt'],
  ])('as it is written, whole or in part: %s', (question, file) => {
    expect(authorsIn(question)).toEqual([file]);
  });

  it.each(['who trusts the valley', 'what is in the annual report', '公司准备做什么'])(
    'by no common word: %s',
    (question) => {
      expect(authorsIn(question)).toEqual([]);
    },
  );
});

describe('reports are named by their titles', () => {
  const titled = indexOf({
    'a.txt': `Green Book: National Summary, June 2013\n\n${ENGLISH}\n`,
    'b.txt': `Green Book: National Summary, March 2012\n\n${ENGLISH}\n`,
    'c.txt': `芦浦县2013年国民经济和社会发展统计公报\n\n${prose(3)}\n`,
    'd.txt': `远帆渔具有限公司2013年工作总结\n\n${prose(5)}\n`,
  });
  const filesIn = (question: string) =>
    understand(question, titled).agencies.flatMap(({ fits }) =>
      [...fits.keys()].map((report) => titled.reports[report].file),
    );
  it.each([
    ['what do the green books say of the weir?', ['a.txt', 'b.txt']],
    ['统计公报里粮食产量是多少', ['c.txt']],
  ])('without their date and place: %s', (question, files) => {
    expect(filesIn(question)).toEqual(files);
  });

  it.each(['工作总结里粮食产量是多少', 'a green bookshop'])('by no word for any report: %s', (question) => {
    expect(filesIn(question)).toEqual([]);
  });
});

describe('a kind of office in small letters', () => {
  const unknownIn = (question: string) =>
    understand(question, index).agencies.flatMap(({ text, fits }) => (fits.size === 0 ? [text] : []));
  it.each(['what did the review committee say', 'is there a full farm'])('is no author: %s', (question) => {
    expect(unknownIn(question)).toEqual([]);
  });

  it.each([
    ['what did the forestry bureau say', 'forestry bureau'],
    ['what did the Review Committee say', 'review committee'],
  ])('is one where it is known or in capitals: %s', (question, name) => {
    expect(unknownIn(question)).toEqual([name]);
  });
});

describe('an author is named by what else it is called', () => {
  const bodies = indexOf({
    'a.txt': `Federal Reserve\nAnnual Report 2013\n\n${ENGLISH}\n`,
    'b.txt': `Thorne Valley Canal Trust\nAnnual Report 2013\n\n${ENGLISH}\n`,
  });
  const filesIn = (question: string) =>
    understand(question, bodies).agencies.flatMap(({ fits }) =>
      [...fits.keys()].map((report) => bodies.reports[report].file),
    );
  it.each(['what does the Fed say about weirs', '美联储怎么看水坝'])('%s', (question) => {
    expect(filesIn(question)).toEqual(['a.txt']);
  });

  it('and by no word that is spelt so', () => {
    expect(filesIn('which sluices are fed by the weir')).toEqual([]);
  });
});
