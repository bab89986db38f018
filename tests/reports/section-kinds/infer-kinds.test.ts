import { describe, expect, it } from 'vitest';
import { partKinds, readText } from '../reading.ts';

const kindsIn = (text: string) => partKinds(readText(text).reports[0]);

const DONE = '全年新建水渠12公里，完成投资300万元。库区清淤已经完成，灌溉面积比上年增加两成。';
const MEANT = '我们将继续修好支渠，力争年底前通水。明年计划再栽树三千亩，确保成活率九成以上。';
const LACKING = '管护人手不足，经费缺口较大。部分闸门老化，安全隐患仍然突出。';
const RULED = '任何人不得在渠道内取土。违反本办法的，由水利站处以罚款。';
const parts = (headings: string[], texts: string[]) =>
  headings.map((heading, i) => `${'一二三四五六'[i]}、${heading}\n${texts[i]}\n${texts[i]}`).join('\n');

describe('the kind of a part whose heading names none', () => {
  it('is told by its text', () => {
    const body = parts(['党建', '水利', '林业', '队伍'], [DONE, DONE, LACKING, MEANT]);
    expect(kindsIn(`雁汀镇2023年工作总结\n\n${body}\n`)).toEqual([
      'achievements',
      'achievements',
      'problems',
      'plans',
    ]);
  });

  it('is none in a document that reports nothing', () => {
    const body = parts(['取水', '渠道', '林带'], [RULED, RULED, RULED]);
    expect(kindsIn(`雁汀镇水渠管理办法\n\n${body}\n`)).toEqual(['none', 'none', 'none']);
  });

  it('is none in a bulletin, whatever grew', () => {
    const body = parts(['水利', '林业'], [DONE, DONE]);
    expect(kindsIn(`雁汀县2023年国民经济和社会发展统计公报\n\n${body}\n`)).toEqual(['none', 'none']);
  });

  it('follows plans that were named before it', () => {
    const body = parts(
      ['工作回顾', '存在的问题', '2024年工作安排', '加强自身建设'],
      [DONE, LACKING, MEANT, MEANT],
    );
    expect(kindsIn(`雁汀县2023年工作报告\n\n${body}\n`)).toEqual([
      'achievements',
      'problems',
      'plans',
      'plans',
    ]);
  });

  it('is no plan before the part that names plans', () => {
    const body = parts(['水利', '林业', '2024年工作安排'], [DONE, MEANT, MEANT]);
    expect(kindsIn(`雁汀镇2023年工作总结\n\n${body}\n`)[1]).not.toBe('plans');
  });
});

const ENGLISH = (headings: string[]) =>
  headings
    .map(
      (heading) =>
        `${heading}\n\nThe harbour has a long pier and a short one. Boats lie on both sides of it.\n`,
    )
    .join('\n');

describe('the kind of a part in English', () => {
  it('is named by its heading, else none', () => {
    const kinds = kindsIn(
      ENGLISH([
        '1. Background',
        '2. Boats and piers',
        '3. Principal risks',
        '4. Next steps',
        '5. Recommendations',
      ]),
    );
    expect(kinds).toEqual(['none', 'none', 'problems', 'plans', 'suggestions']);
  });

  it('is that of minutes where attendance and the next meeting are in it', () => {
    const kinds = kindsIn(
      ENGLISH([
        '1. Apologies',
        '2. Minutes of the last meeting',
        '3. Pier report',
        '4. Actions',
        '5. Date of next meeting',
      ]),
    );
    expect(kinds).toEqual(['none', 'none', 'none', 'plans', 'plans']);
  });
});
