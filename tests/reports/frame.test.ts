import { describe, expect, it } from 'vitest';
import { longBody, prose, sentence } from '../fixtures/prose.ts';
import { coverageFaults, droppedTexts, passageTexts, readText, sentenceTexts } from './reading.ts';

const TITLE = '雁汀镇2023年工作总结';

describe('the signature', () => {
  it.each([
    ['author and date', '雁汀镇人民政府\n2024年1月12日'],
    ['author alone', '棠溪县发展和改革局'],
    ['date alone', '2024年1月'],
    ['a masked date', 'XX镇人民政府\nXX年X月X日'],
    ['a date in Chinese numerals', '雁汀镇人民政府\n二〇二四年一月十二日'],
    ['a committee', '中共雁汀镇委\n2024年1月12日'],
    ['a department', '棠溪县委宣传部\n2024年1月12日'],
    ['a court', '棠溪县人民法院\n2024年1月12日'],
    ['a date in brackets', '（2024年1月12日）'],
  ])('of %s is in no passage', (_, signature) => {
    const file = readText(`${TITLE}\n\n${longBody()}\n\n\n${signature}\n`);
    expect(droppedTexts(file, 'signature').join('\n')).toBe(signature);
    expect(passageTexts(file).join()).not.toContain(signature.split('\n')[0]);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('before advertising is found as well', () => {
    const advertising = '【半亩材料】——会员群更新，微信客服领取';
    const file = readText(`${TITLE}\n\n${longBody()}\n\n雁汀镇人民政府\n2024年1月12日\n\n${advertising}\n`);
    expect(droppedTexts(file, 'signature')).toEqual(['雁汀镇人民政府', '2024年1月12日']);
  });

  it('of one report in a compilation is found as well', () => {
    const file = readText(
      `${TITLE}\n\n${longBody()}\n\n雁汀镇人民政府\n2024年1月12日\n\n\n县林业局2023年工作总结\n\n${longBody(9)}\n`,
    );
    expect(droppedTexts(file, 'signature')).toHaveLength(2);
    expect(file.reports).toHaveLength(2);
  });

  it.each(['县林业局', '棠溪县民政局'])('names the author of a report whose title does not: %s', (author) => {
    const file = readText(`2023年工作总结\n\n${longBody()}\n\n${author}\n2024年1月12日\n`);
    expect(file.reports[0].agency).toBe(author);
  });
});

describe('the last lines of a report', () => {
  it('stay where they are sentences', () => {
    const file = readText(`${TITLE}\n\n${prose(2)}\n${sentence(2)}\n`);
    expect(sentenceTexts(file)).toHaveLength(3);
    expect(droppedTexts(file, 'signature')).toEqual([]);
  });

  it.each([
    ['numbered points', '1.新建养老服务中心\n2.改造老旧街道\n3.建成污水处理站'],
    ['points in brackets', '（一）扩建污水处理站\n（二）建设文化活动中心'],
  ])('stay where they are %s that end in the name of a place', (_, points) => {
    const file = readText(`${TITLE}\n\n${prose(5)}\n\n二、2024年打算\n\n${points}\n`);
    expect(droppedTexts(file, 'signature')).toEqual([]);
  });
});

describe('an author and a date under the title', () => {
  it('are no part of the text', () => {
    const file = readText(`2023年工作总结\n县林业局\n（2024年1月12日）\n\n一、情况\n${longBody()}\n`);
    expect(droppedTexts(file, 'front-matter')).toEqual(['县林业局', '（2024年1月12日）']);
    expect(file.reports[0].agency).toBe('县林业局');
  });
});

describe('a date under the title', () => {
  it.each([
    '（2023年7月10日）',
    '2023年12月31日',
    '（2023年7月10日在雁汀镇第九届人民代表大会第四次会议上）',
    '——2023年7月10日在雁汀镇第九届人民代表大会第四次会议上',
  ])('is no part of the text: %s', (date) => {
    const file = readText(`${TITLE}\n${date}\n\n${longBody()}\n`);
    expect(droppedTexts(file, 'front-matter')).toEqual([date]);
    expect(passageTexts(file).join()).not.toContain(date);
  });
});
