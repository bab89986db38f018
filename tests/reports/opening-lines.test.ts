// What stands before the text: names above titles, mottos, dates with their places, addresses, page heads. Made up.
import { describe, expect, it } from 'vitest';
import { longBody } from '../fixtures/prose.ts';
import { droppedTexts, outlineLines, passageTexts, readMarkdown, readText, titlesOf } from './reading.ts';

const ENGLISH = 'The weir was rebuilt and three sluices were mended. The water rose by 8 per cent. '.repeat(
  4,
);

describe('a title', () => {
  it.each([
    ['OSIER BROOK ANGLERS\nMinutes of the spring meeting', 'Minutes of the spring meeting'],
    ['Thorne Valley Lines\nQuarterly Report, second quarter 2017', 'Quarterly Report, second quarter 2017'],
    ['VILLAGE OF ASHCOMBE\nFOOTPATH BY-LAW 2012', 'FOOTPATH BY-LAW 2012'],
  ])('stands below the name of who wrote it: %j', (head, title) => {
    expect(titlesOf(readText(`${head}\n\n${ENGLISH}\n`))).toEqual([title]);
  });

  it('is a heading of the second level that names the document, below a name', () => {
    const text = `# Osier Brook Anglers\n\n## Minutes of the spring meeting\n\n### 1. Weir\n\n${ENGLISH}\n`;
    expect(titlesOf(readMarkdown(text))).toEqual(['Minutes of the spring meeting']);
  });

  it.each([
    [
      '守住青山绿水，托起林农富路\n——芦浦县林业局2022年工作总结',
      '守住青山绿水，托起林农富路——芦浦县林业局2022年工作总结',
    ],
    ['守住青山绿水　托起林农富路\n芦浦县林业局2022年工作总结', '芦浦县林业局2022年工作总结'],
  ])('goes on after a motto: %j', (head, title) => {
    const [report, ...others] = readText(`${head}\n\n一、工作成效\n\n${longBody()}\n`).reports;
    expect(others).toEqual([]);
    expect(report).toMatchObject({ title, titled: true, agency: '芦浦县林业局', kind: 'agency-summary' });
  });

  it('is that of the front matter where the headings of the text are its parts', () => {
    const text = `---\ntitle: "Slow Water: A Policy Brief on Upland Bogs"\ndate: March 2016\n---\n\n## Key messages\n\n${ENGLISH}\n\n## Next steps\n\n${ENGLISH}\n`;
    const file = readMarkdown(text);
    expect(titlesOf(file)).toEqual(['Slow Water: A Policy Brief on Upland Bogs']);
    expect(file.reports[0]).toMatchObject({ kind: 'research', period: { label: 'March 2016' } });
    expect(outlineLines(file.reports[0])).toEqual(['declared: Key messages', 'declared: Next steps']);
  });

  it('of a notice stands between the office and the number', () => {
    const notice = '关于修订防汛预案的通知';
    const text = `芦浦县人民政府办公室\n${notice}\n\n芦政办发〔2020〕8号\n\n各乡镇人民政府：\n\n${longBody()}\n`;
    expect(readText(text).reports[0]).toMatchObject({
      title: `芦浦县人民政府办公室${notice}`,
      agency: '芦浦县人民政府办公室',
      kind: 'notice',
    });
  });
});

describe('a line before the text', () => {
  it.each([
    'Adopted by the Parish Council on 4 May 2011 and in force from 1 June 2011',
    'Ashcombe Weir, 9 June 2014',
    'Published on 3 August 2017',
    'Held on Monday 21 November 2016 in the boathouse',
    'Keywords: weirs; sluices; eels',
  ])('that dates or labels it is no passage: %s', (line) => {
    const file = readText(`Report of the Weir Committee\n\n${line}\n\n${ENGLISH}\n`);
    expect(passageTexts(file).join('\n')).not.toContain(line);
    expect(droppedTexts(file, 'front-matter')).toContain(line);
  });

  it('with a date may be a title', () => {
    expect(titlesOf(readText(`Survey of Village Ponds, May 2009\n\n${ENGLISH}\n`))).toEqual([
      'Survey of Village Ponds, May 2009',
    ]);
  });

  it.each([
    '各位代表：',
    '尊敬的各位股东、各位来宾：',
    '同志们：',
    '现在，我代表县人民政府，向大会报告工作，请予审议，并请列席同志提出意见。',
    '受县人民政府委托，现将2019年预算执行情况提请大会审议。',
  ])('that addresses the listeners or asks to be heard is no passage: %s', (line) => {
    const file = readText(`芦浦县2020年工作报告\n\n${line}\n\n${longBody()}\n`);
    expect(passageTexts(file).join('\n')).not.toContain(line);
  });

  it.each([
    '各位代表提出的186件建议全部办结，群众满意率较高。',
    '现在，我代表县人民政府作报告，请予审议。2019年，全县修渠十二公里。',
  ])('that tells something is one: %s', (line) => {
    expect(passageTexts(readText(`芦浦县2020年工作报告\n\n${line}\n\n${longBody()}\n`)).join('\n')).toContain(
      line,
    );
  });

  it('of a body other than the government names who speaks and is no heading', () => {
    const text = `芦浦县人民检察院工作报告\n\n——2019年1月9日在芦浦县第九届人民代表大会第三次会议上\n\n芦浦县人民检察院检察长　王一\n\n各位代表：\n\n一、2018年工作回顾\n\n${longBody()}\n`;
    const [report] = readText(text).reports;
    expect(report.agency).toBe('芦浦县人民检察院');
    expect(outlineLines(report)[0]).toBe('han: 2018年工作回顾');
  });
});

describe('a printed page', () => {
  it('leaves its head, which occurs again and again, out of the text, and parts no reports', () => {
    const head = 'OSIER BROOK TRUST                          Annual Report';
    const text = `${head}\n\nANNUAL REPORT FOR THE YEAR ENDED 31 MARCH 2014\n\n${ENGLISH}\n\n${head}\n\nCHALLENGES\n\n${ENGLISH}\n\n${head}\n\nFINANCIAL REVIEW\n\n${ENGLISH}\n`;
    const file = readText(text);
    expect(file.reports).toHaveLength(1);
    expect(droppedTexts(file, 'running-head')).toEqual([head, head, head]);
  });

  it('keeps the rows of a table that say the same', () => {
    const row = 'Heron          12';
    const text = `Birds of the brook, survey 2014\n\n${ENGLISH}\n\n${row}\n${row}\n${row}\n`;
    expect(droppedTexts(readText(text), 'running-head')).toEqual([]);
  });

  it.each(['=======================', '- - - - - - - -', '———————————'])(
    'is without its rules: %s',
    (rule) => {
      const file = readText(`Survey of Village Ponds\n${rule}\n\n${ENGLISH}\n`);
      expect(passageTexts(file).join('\n')).not.toContain(rule);
    },
  );
});

describe('chapters', () => {
  it('are numbered by the numerals of cheques too', () => {
    const text = `芦浦縣政府民國一百零二年施政報告\n\n壹、前言\n\n${longBody()}\n\n貳、施政成果\n\n一、交通\n\n${longBody(4)}\n\n參、未來工作\n\n${longBody(7)}\n`;
    const [report] = readText(text).reports;
    expect(report).toMatchObject({
      kind: 'government-work-report',
      agency: '芦浦縣政府',
      period: { label: '2013年' },
    });
    expect(outlineLines(report)).toEqual([
      'chapter: 前言',
      'chapter: 施政成果',
      '  han: 交通',
      'chapter: 未來工作',
    ]);
  });
});
