// What is understood of whole documents: kind, author, time, title. The documents are made up.
import fs from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/reports/index.ts';
import { readReports } from '../../src/reports/index.ts';
import { longBody } from '../fixtures/prose.ts';
import { documentOf } from './formats/read.ts';
import { droppedTexts, readMarkdown, readText } from './reading.ts';

const ENGLISH = 'The harbour was dredged and three berths were built. Traffic rose by 8 per cent. '.repeat(4);
const only = (text: string, name?: string): Report => {
  const { reports } = name?.endsWith('.md') ? readMarkdown(text, name) : readText(text, name);
  expect(reports).toHaveLength(1);
  return reports[0];
};
const months = (span: Report['period']) => span && `${span.start.slice(0, 7)}..${span.end.slice(0, 7)}`;

describe('a government work report', () => {
  const text = (front: string, opening = '现在，我代表县人民政府，向大会报告工作。') =>
    `${front}\n\n各位代表：\n\n${opening}\n\n一、过去一年的工作\n\n${longBody()}\n\n二、今年工作安排\n\n${longBody(9)}\n`;

  it.each([
    [
      'the line of occasion',
      '政府工作报告\n——2016年1月12日在雁汀县第九届人民代表大会第五次会议上',
      'report.txt',
    ],
    ['the speaker', '政府工作报告\n2016年1月12日\n雁汀县人民政府县长 王一', 'report.txt'],
    ['its title', '雁汀县2016年政府工作报告', 'report.txt'],
    ['its folder and file', '政府工作报告', '雁汀县/2016.txt'],
    ['where it was given', '2016年政府工作报告\n2016年1月12日在雁汀县', 'report.txt'],
  ])('is of the government that %s names, covers the year before and plans for its own', (_, front, name) => {
    const report = only(text(front), name);
    expect(report).toMatchObject({
      kind: 'government-work-report',
      agency: '雁汀县人民政府',
      place: { name: '雁汀县', level: 'county' },
      period: { label: '2015年' },
      plannedFor: { label: '2016年' },
    });
  });

  it('without a title is named from place, year and kind', () => {
    const report = only(text('——2016年1月12日在雁汀县第九届人民代表大会第五次会议上'));
    expect([report.title, report.titled]).toEqual(['雁汀县2016年政府工作报告', false]);
  });

  it('at the end of a term looks back on five years', () => {
    const front = '雁汀县2017年政府工作报告';
    const report = only(text(front).replace('过去一年的工作', '过去五年工作回顾'));
    expect(report.period?.label).toBe('2012—2016年');
  });

  it('in traditional characters is understood, and named as it is written', () => {
    const report = only(
      text('雁汀縣2016年政府工作報告', '現在，我代表縣人民政府，向大會報告工作。').replace(
        '各位代表',
        '各位代表',
      ),
    );
    expect(report).toMatchObject({ agency: '雁汀縣人民政府', title: '雁汀縣2016年政府工作報告' });
  });

  it('is not of a street that it mentions once', () => {
    const front = '政府工作报告\n——2016年1月12日在雁汀市第九届人民代表大会第五次会议上';
    const body = text(front, '现在，我代表市人民政府，向大会报告工作。新建街道办事处服务中心九个。');
    expect(only(body).agency).toBe('雁汀市人民政府');
  });
});

describe('a document of another kind', () => {
  it.each([
    [
      'a plan plans for its years and covers none',
      `雁汀县农业农村发展“十三五”规划\n\n第一章 基础\n\n${longBody()}\n`,
      { kind: 'plan', agency: '雁汀县人民政府', period: undefined, plannedFor: '2016-01..2020-12' },
    ],
    [
      'a bulletin is of the office that issues it, and has no plans',
      `雁汀县2011年国民经济和社会发展统计公报[1]\n\n雁汀县统计局\n\n2012年3月2日\n\n${longBody()}\n`,
      {
        kind: 'statistical-bulletin',
        agency: '雁汀县统计局',
        period: '2011-01..2011-12',
        plannedFor: undefined,
      },
    ],
    [
      'a rule is of the body that passed it, and dated by that day',
      `雁汀县河道管理规定\n\n（2018年5月6日雁汀县第十二届人民代表大会常务委员会第九次会议通过）\n\n第一条 为了管好河道，制定本规定。\n\n第二条 本县河道适用本规定。\n`,
      {
        kind: 'regulation',
        agency: '雁汀县人民代表大会常务委员会',
        period: '2018-05..2018-05',
        plannedFor: undefined,
      },
    ],
    [
      'a notice under a letterhead is of the office that signs it',
      `雁汀县人民政府办公室文件\n\n雁政办发〔2017〕15号\n\n关于做好汛期值班工作的通知\n\n各乡镇人民政府：\n\n${longBody()}\n\n雁汀县人民政府办公室\n2017年4月18日\n`,
      { kind: 'notice', agency: '雁汀县人民政府办公室', period: '2017-04..2017-04', plannedFor: undefined },
    ],
    [
      'minutes are of the society above their title, on the day of the meeting',
      `WESTLAND ROWING CLUB\n\nMINUTES OF THE SPRING MEETING\nheld on Tuesday 4 March 2014 at 7 pm\n\nPRESENT\nAnn Other\n\nAPOLOGIES\nNone.\n\nBOATS\n${ENGLISH}\n`,
      { kind: 'minutes', agency: 'Westland Rowing Club', period: '2014-03..2014-03', plannedFor: undefined },
    ],
    [
      'an annual report covers the fiscal year that its title names',
      `Westland Ferry Trust: Annual Report 2013–14\n\n${ENGLISH}\n`,
      {
        kind: 'annual-report',
        agency: 'Westland Ferry Trust',
        period: '2013-04..2014-03',
        plannedFor: undefined,
      },
    ],
    [
      'a year that ends on a day is that year',
      `Annual Report of the Harbour Board for the Year Ended 30 June 2009\n\n${ENGLISH}\n`,
      { kind: 'annual-report', agency: 'Harbour Board', period: '2008-07..2009-06', plannedFor: undefined },
    ],
    [
      'a speech is of who gave it',
      `在全县水利工作会议上的讲话\n\n县长 王一\n（2013年9月8日）\n\n同志们：\n\n${longBody()}\n`,
      { kind: 'speech', agency: '县长 王一', period: '2013-09..2013-09', plannedFor: undefined },
    ],
    [
      'a paper is of those whose names stand below its title',
      `Policy Paper No. 12: Ferries after Dark\nby Ann Other and Bob Stone\nNovember 2011\n\nAbstract\n\n${ENGLISH}\n`,
      {
        kind: 'research',
        agency: 'Ann Other and Bob Stone',
        period: '2011-11..2011-11',
        plannedFor: undefined,
      },
    ],
    [
      'the report of a company has its name above the title',
      `雁汀水务股份有限公司\n2012年年度报告\n\n第一节 提示\n\n${longBody()}\n`,
      {
        kind: 'annual-report',
        agency: '雁汀水务股份有限公司',
        period: '2012-01..2012-12',
        plannedFor: undefined,
      },
    ],
  ])('%s', (_, text, expected) => {
    const { kind, agency, period, plannedFor } = only(text);
    expect({ kind, agency, period: months(period), plannedFor: months(plannedFor) }).toEqual(expected);
  });

  it('takes the office from the folder where nothing else names one', () => {
    const report = only(`一、主要工作\n\n${longBody()}\n`, '县卫健委/2013年总结.txt');
    expect(report).toMatchObject({ agency: '县卫健委', period: { label: '2013年' }, kind: 'agency-summary' });
  });
});

describe('a title', () => {
  it.each([
    ['marks of footnotes', '雁汀县2011年统计公报[1]', '雁汀县2011年统计公报'],
    ['asterisks', '雁汀县2011年统计公报*', '雁汀县2011年统计公报'],
    ['the date in brackets', '雁汀县政府工作报告（2011年1月7日 王一）', '雁汀县政府工作报告'],
    ['the marks of a title', '2011年雁汀县《政府工作报告》', '2011年雁汀县政府工作报告'],
  ])('has none of %s', (_, line, title) => {
    expect(only(`${line}\n\n${longBody()}\n`).title).toBe(title);
  });

  it.each([
    ['motto and colon', '凝心聚力，再上台阶：2013年工作总结'],
    ['English comma', 'Beacons and Buoys: Northern Summary, June 1998'],
    ['English words', 'What we did, and why it took so long'],
  ])('may have commas and colons: %s', (_, title) => {
    const report = only(`${title}\n\n${/[a-z]/.test(title) ? ENGLISH : longBody()}\n`);
    expect([report.title, report.titled]).toEqual([title, true]);
  });

  it('is not the letterhead, whose lines are in no passage', () => {
    const file = readText(
      `雁汀县人民政府专题会议纪要\n雁府专纪〔2017〕3号\n雁汀县人民政府办公室　2017年5月2日\n\n旧城供水专题会议纪要\n\n${longBody()}\n`,
    );
    expect(file.reports[0]).toMatchObject({
      title: '旧城供水专题会议纪要',
      agency: '雁汀县人民政府',
      kind: 'minutes',
    });
    expect(droppedTexts(file, 'front-matter')).toHaveLength(3);
  });

  it('goes on in a line that is only a year', () => {
    expect(only(`ANNUAL REPORT\n2019\n\nIntroduction\n\n${ENGLISH}\n`)).toMatchObject({
      title: 'ANNUAL REPORT 2019',
      period: { label: '2019' },
    });
  });

  it.each([
    ['Harbour Budget 2019.txt', 'Harbour Budget 2019'],
    ['harbour-works-report.txt', 'Harbour works report'],
    ['1.txt', 'Document'],
    ['scan_3f9a77c1.txt', 'Document'],
  ])('of an untitled English file comes from its name where that says something: %s', (name, title) => {
    const report = only(`${ENGLISH}\n`, name);
    expect([report.title, report.titled, report.language]).toEqual([title, false, 'en']);
  });
});

describe('the cases', () => {
  const FOLDER = new URL('../../../shared/cases/', import.meta.url);
  const reportsOf = async (name: string) =>
    readReports(name, await documentOf(name, fs.readFileSync(new URL(name, FOLDER)))).reports;

  beforeEach(({ skip }) => skip(!fs.existsSync(FOLDER), 'no cases lie in ../shared/cases'));

  it.each<[string, object]>([
    [
      'page-with-navigation.html',
      { title: '2024年政府工作报告', agency: '澜棠市人民政府', titled: true, ...years(2023, 2024) },
    ],
    ['front-matter.md', { title: '2024年政府工作报告', agency: '澜棠市人民政府', ...years(2023, 2024) }],
    ['bold-title.md', { title: '2024年政府工作报告', ...years(2023, 2024) }],
    [
      'title-with-comma.txt',
      { title: '真抓实干，开创新局：2023年工作总结', titled: true, agency: '县林业局' },
    ],
    ['year-1998.txt', years(1997, 1998)],
    ['delivered-january.txt', { agency: '澜棠市人民政府', ...years(2023, 2024) }],
    ['city-mentions-street.txt', { agency: '澜棠市人民政府', place: { name: '澜棠市', level: 'city' } }],
    ['no-title-line.txt', { title: '澜棠市2024年政府工作报告', titled: false, ...years(2023, 2024) }],
    [
      'bulletin-with-footnote.txt',
      { kind: 'statistical-bulletin', agency: '国家统计局', period: { label: '2023年' } },
    ],
    ['windows-1252.html', { title: 'Café report 2019', period: { label: '2019' } }],
    ['five-year-plan.txt', { kind: 'plan', plannedFor: { start: '2021-01-01', end: '2025-12-31' } }],
    ['regulation.txt', { kind: 'regulation', title: '澜棠县城市供水条例' }],
    [
      'disclosure-report.txt',
      { kind: 'disclosure-report', agency: '澜棠县人民政府', period: { label: '2024年' } },
    ],
    [
      'disclosure-form.html',
      { kind: 'disclosure-report', agency: '澜棠县人民政府', period: { label: '2024年' } },
    ],
  ])('%s is what its README says', async (name, expected) => {
    expect(await reportsOf(name)).toMatchObject([expected]);
  });

  it('every-heading-level-one.md begins with the annual report of 2022', async () => {
    const [report] = await reportsOf('every-heading-level-one.md');
    expect(report).toMatchObject({
      title: 'Annual Report 2022',
      kind: 'annual-report',
      period: { label: '2022' },
    });
  });
});

function years(covered: number, planned: number) {
  return { period: { label: `${covered}年` }, plannedFor: { label: `${planned}年` } };
}
