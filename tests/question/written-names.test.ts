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
