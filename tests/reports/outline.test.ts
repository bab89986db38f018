import { describe, expect, it } from 'vitest';
import { longBody, prose, sentence } from '../fixtures/prose.ts';
import {
  coverageFaults,
  kindAround,
  outlineLines,
  partKinds,
  passageTexts,
  readText,
  sectionsAround,
  sentenceTexts,
} from './reading.ts';

const TITLE = '雁汀镇2023年工作总结';
const read = (body: string) => readText(`${TITLE}\n\n${body}\n`);
const outline = (body: string) => outlineLines(read(body).reports[0]);

describe('a heading', () => {
  it.each([
    ['一、修路架桥', 'han: 修路架桥'],
    ['（一）修路架桥', 'han-brackets: 修路架桥'],
    ['(三) 修路架桥', 'han-brackets: 修路架桥'],
    ['（五)修路架桥', 'han-brackets: 修路架桥'],
    ['1.修路架桥', 'arabic: 修路架桥'],
    ['1、修路架桥', 'arabic: 修路架桥'],
    ['（1）修路架桥', 'arabic-brackets: 修路架桥'],
    ['①修路架桥', 'circled: 修路架桥'],
    ['——聚力修路架桥', 'dash: 聚力修路架桥'],
    ['第一部分 修路架桥', 'chapter: 修路架桥'],
    ['下半年工作计划', 'bare: 下半年工作计划'],
    ['修路架桥', 'standalone: 修路架桥'],
  ])('on a line of its own: %s', (line, expected) => {
    expect(outline(`${line}\n${prose(3)}`)).toContain(expected);
  });

  it('of two parts after a blank line is not the beginning of a sentence', () => {
    const body = `坚持强基础，水渠条件大改善\n${prose(3)}\n\n坚持办实事，民生保障更有力\n${prose(3, 3)}`;
    const file = read(`${sentence(9)}\n\n${body}`);
    expect(sectionsAround(file, sentence(3))).toEqual(['坚持办实事，民生保障更有力']);
    expect(passageTexts(file).join('')).not.toContain('坚持办实事');
  });

  it.each([
    ['（一）抓绿化，山岭添新绿。', 'han-brackets: 抓绿化，山岭添新绿'],
    ['一、修好水渠。', 'han: 修好水渠'],
    ['1、对照任务补进度。', 'arabic: 对照任务补进度'],
    ['（2）老年食堂：', 'arabic-brackets: 老年食堂'],
    ['——坚持为民办事。', 'dash: 坚持为民办事'],
  ])('shares its line with the text behind it: %s', (start, expected) => {
    const file = read(`${start}${prose(3)}`);
    expect(outlineLines(file.reports[0])).toContain(expected);
    expect(passageTexts(file).join('')).toBe(prose(3));
  });

  it.each([
    '1-9月，果园增加一成，山上的树也活了八成以上。',
    '3.6万亩果园换上新苗，山上的树也活了八成以上。',
    '2023年共修水渠三条，山上的树也活了八成以上。',
  ])('is not the start of a sentence: %s', (words) => {
    const file = read(`${words}\n${prose(2)}`);
    expect(outlineLines(file.reports[0])).toEqual([]);
    expect(sentenceTexts(file)).toContain(words);
  });

  it('is not a numbered fact', () => {
    const words = '（1）新建水渠12公里，完成投资300万元。';
    expect(sentenceTexts(read(`一、修渠\n${words}\n（2）新建泵站3座，完成投资90万元。`))).toContain(words);
  });
});

describe('points inside a paragraph', () => {
  it('are sections where they have a heading of their own', () => {
    const file = read(`一、修渠\n一是疏通干渠。${sentence(0)}二是加固堤坝。${sentence(1)}`);
    expect(sectionsAround(file, sentence(1))).toEqual(['修渠', '加固堤坝']);
  });

  it('continue to eleven, where 是 is left out', () => {
    const numerals = '一二三四五六七八九十'.split('');
    const points = numerals.map((numeral, i) => `${numeral}是狠抓要事。${sentence(i)}`);
    const file = read(`一、修渠\n${points.join('\n')}\n十一扎实开展巡河。${sentence(11)}`);
    expect(sectionsAround(file, sentence(11)).at(-1)).toBe('扎实开展巡河');
  });

  it('are whole sentences, the last one too, where a closing sentence follows', () => {
    const words =
      '一是夜校开得少，教室不够用；二是路灯修得慢，村口还黑着；三是有人习惯“等通知”，主动服务不够。对此，我们将认真改进。';
    expect(sentenceTexts(read(`一、存在的问题\n全镇还有不少短板：${words}`)).join('')).toContain(words);
  });

  it('are whole sentences where they are none', () => {
    const words = '一是夜校开得少；二是路灯修得慢；三是书屋人手紧。';
    expect(sentenceTexts(read(`一、存在的问题\n${words}`)).join('')).toBe(words);
  });
});

describe('the outline', () => {
  it('nests the styles as official documents do', () => {
    const body = `一、修渠\n（一）干渠\n1.上段\n（1）闸口\n${sentence(0)}\n2.下段\n${sentence(1)}\n（二）支渠\n${sentence(2)}\n二、植树\n${sentence(3)}`;
    expect(outline(body)).toEqual([
      'han: 修渠',
      '  han-brackets: 干渠',
      '    arabic: 上段',
      '      arabic-brackets: 闸口',
      '    arabic: 下段',
      '  han-brackets: 支渠',
      'han: 植树',
    ]);
  });

  it.each([
    ['skips', ['（一）', '（二）', '（四）']],
    ['repeats', ['（一）', '（二）', '（二）']],
    ['starts late', ['（三）', '（四）', '（五）']],
  ])('keeps a heading level together where the numbering %s', (_, numbers) => {
    const body = numbers.map((number, i) => `${number}第${'甲乙丙'[i]}件事\n${prose(2, i * 2)}`).join('\n');
    expect(outline(`一、修渠\n${body}`)).toEqual([
      'han: 修渠',
      '  han-brackets: 第甲件事',
      '  han-brackets: 第乙件事',
      '  han-brackets: 第丙件事',
    ]);
  });

  it('puts a numbering that continues across chapters under the chapter around it', () => {
    const body = `一、修渠\n1.上段\n${sentence(0)}\n2.下段\n${sentence(1)}\n二、植树\n3.东坡\n${sentence(2)}\n4.西坡\n${sentence(3)}`;
    const file = read(body);
    expect(sectionsAround(file, sentence(2))).toEqual(['植树', '东坡']);
    expect(sectionsAround(file, sentence(3))).toEqual(['植树', '西坡']);
  });

  it('puts every section inside its parent', () => {
    const { sections } = read(`一、修渠\n（一）干渠\n${prose(3)}\n二、植树\n${prose(3, 3)}`).reports[0];
    for (const section of sections.slice(1)) {
      const above = sections[section.parent];
      expect(section.depth).toBe(above.depth + 1);
      expect(section.start).toBeGreaterThanOrEqual(above.start);
      expect(section.end).toBeLessThanOrEqual(above.end);
    }
  });
});

describe('the parts of a report', () => {
  it('have the kind that their headings name', () => {
    const parts = ['工作回顾', '工作亮点', '存在的问题', '下一步打算', '意见建议'];
    const body = parts.map((part, i) => `${'一二三四五'[i]}、${part}\n${prose(3, i * 3)}`).join('\n\n');
    expect(partKinds(read(body).reports[0])).toEqual([
      'achievements',
      'highlights',
      'problems',
      'plans',
      'suggestions',
    ]);
  });

  it('pass their kind to the sections below them', () => {
    const file = read(
      `一、存在的问题\n（一）人手紧\n${sentence(0)}\n二、下一步打算\n（一）添人手\n${sentence(1)}`,
    );
    expect(kindAround(file, sentence(0))).toBe('problems');
    expect(kindAround(file, sentence(1))).toBe('plans');
  });

  it('have the kind that their text and the usual order suggest where a heading names none', () => {
    const intent = '山上将再栽一些树。村里要管好新苗。';
    const body = `一、修渠\n${prose(2)}\n二、存在的问题\n${prose(2, 2)}\n三、植树\n${intent}`;
    expect(partKinds(read(body).reports[0])).toEqual(['achievements', 'problems', 'plans']);
  });

  const TURN = '在肯定成绩的同时，我们也清醒地看到，支渠管护还有不足，巡河的人手还不够。';

  it('begin where a paragraph turns to problems without a heading for them', () => {
    const file = read(`一、工作回顾\n${longBody()}\n${TURN}\n二、下一步打算\n${sentence(20)}`);
    expect(kindAround(file, TURN)).toBe('problems');
    const opened = file.reports[0].sections.find(({ style }) => style === 'turn');
    expect(opened).toMatchObject({ kind: 'problems', depth: 1 });
    expect(opened?.heading).toBeUndefined();
    expect(coverageFaults(file)).toEqual([]);
  });

  it('do not begin there where a heading for problems follows', () => {
    const file = read(`一、工作回顾\n${longBody()}\n${TURN}\n二、存在的问题\n${sentence(20)}`);
    expect(file.reports[0].sections.some(({ style }) => style === 'turn')).toBe(false);
  });

  it('begin where a paragraph turns to plans', () => {
    const file = read(`一、工作回顾\n${longBody()}\n接下来，我们将修好支渠，配齐巡河的人手。`);
    expect(kindAround(file, '接下来')).toBe('plans');
  });
});
