import { describe, expect, it } from 'vitest';
import { ALL_SENTENCES, longBody, prose, sentence } from '../fixtures/prose.ts';
import { coverageFaults, outlineLines, passageTexts, readText, sentenceTexts } from './reading.ts';

const TITLE = '雁汀镇2023年工作总结';
const read = (body: string) => readText(`${TITLE}\n\n${body}\n`);

describe('passages', () => {
  it('hold every sentence exactly once and whole', () => {
    const file = read(`${longBody()}\n\n${longBody(14).split('\n').slice(0, 2).join('\n\n')}`);
    expect(sentenceTexts(file)).toEqual(ALL_SENTENCES);
  });

  it('never cross a heading', () => {
    const file = read(`一、修渠\n${sentence(0)}\n二、植树\n${sentence(1)}\n三、修路\n${sentence(2)}`);
    expect(passageTexts(file)).toEqual([sentence(0), sentence(1), sentence(2)]);
  });

  it('are normally 40 to 220 characters long', () => {
    const lengths = passageTexts(read([0, 5, 10, 15].map((from) => prose(6, from)).join('\n'))).map(
      (text) => text.length,
    );
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(220);
  });

  it('are longer only where one sentence is', () => {
    const long = `全镇修好${'东渠、西渠、'.repeat(45)}南渠。`;
    expect(passageTexts(read(`${prose(2)}\n${long}\n${prose(2, 2)}`))).toContain(long);
  });

  it.each([
    ['that has no mark at all', '渠'.repeat(50_000), 20_000],
    ['that has commas', `${'修渠'.repeat(7000)}，`.repeat(5), 14_001],
    ['that has blanks', `${'x'.repeat(12_000)} `.repeat(5), 12_000],
    ['of characters of two halves', '𠮷'.repeat(30_001), 20_000],
    ['of one half and those', `渠${'𠮷'.repeat(30_001)}`, 20_000],
  ])('cut a text that has lost its full stops, and leave nothing out: one %s', (_, body, longest) => {
    const file = read(body);
    expect(coverageFaults(file)).toEqual([]);
    const texts = passageTexts(file);
    expect(texts.join('').replace(/\s/g, '')).toBe(body.replace(/\s/g, ''));
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(longest);
    expect(texts.filter((text) => !text.isWellFormed())).toEqual([]);
  });

  it('cut a sentence that is very long at its semicolons', () => {
    const clause = (name: string) => `${name}渠清淤加固，${'两岸种树修路，'.repeat(9)}水直通到田头；`;
    const long = ['东', '西', '南', '北'].map(clause).join('').replace(/；$/, '。');
    const texts = passageTexts(read(long));
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.join('')).toBe(long);
  });

  it('begin with a new paragraph once the last one is long enough', () => {
    expect(passageTexts(read(`${prose(2)}\n\n${prose(2, 2)}`))).toEqual([prose(2), prose(2, 2)]);
  });

  it('include a paragraph that is too short for a passage of its own', () => {
    const texts = passageTexts(read(`${prose(2)}\n渠通了，水来了。\n${prose(2, 2)}`));
    expect(texts.every((text) => text.length >= 40)).toBe(true);
  });
});

describe('a sentence broken over two lines', () => {
  it.each([
    ['after a closing quotation mark', '推行“一窗通办”', '改革，窗口少了一半，群众少跑一趟。'],
    ['after a comma', '推行一窗通办改革，', '窗口少了一半，群众少跑一趟。'],
    ['after a placeholder', '推行改革，全年争取项目资金XX', '万元，窗口少了一半，群众少跑一趟。'],
    ['after a placeholder in a short line', '争取项目资金XX', '万元，窗口少了一半，群众少跑一趟。'],
    ['after a plain word', '推行改革，窗口少了一半，群众', '少跑一趟，大家都说方便。'],
  ])('%s stays one sentence', (_, first, second) => {
    const broken = `${first}\n${second}`;
    const file = read(`${prose(2)}\n${broken}\n${prose(2, 2)}`);
    expect(sentenceTexts(file)).toContain(broken);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('stays one sentence with a blank line between', () => {
    const broken = '推行改革，窗口少了一半，群众\n\n少跑一趟，大家都说方便。';
    expect(sentenceTexts(read(`${prose(2)}\n${broken}\n${prose(2, 2)}`))).toContain(broken);
  });

  it('stays one sentence where it is a numbered point', () => {
    const file = read(`一、修渠\n1、划清渠段，推行“一渠一长”\n制度，渠长每周巡查两次，发现问题当天上报。`);
    expect(sentenceTexts(file).join('')).toContain('“一渠一长”\n制度，渠长');
  });
});

describe('blank lines inside a report', () => {
  it.each([1, 2, 3, 6])('%d of them change neither its outline nor its sentences', (blankLines) => {
    const gap = '\n'.repeat(blankLines + 1);
    const lines = ['一、修渠', prose(3), '（一）干渠', prose(3, 3), '二、植树', prose(3, 6)];
    const file = read(lines.join(gap));
    expect(file.reports).toHaveLength(1);
    expect(outlineLines(file.reports[0])).toEqual(['han: 修渠', '  han-brackets: 干渠', 'han: 植树']);
    expect(sentenceTexts(file)).toEqual(ALL_SENTENCES.slice(0, 9));
  });
});

describe('the number of a list', () => {
  it('is no sentence, however long the point behind it', () => {
    const point = `1. 把老人吃饭的事放在心上抓在手上落实到每一个村每一个社区，按照同一个标准同一块招牌新开三家食堂，全年就餐两万人次，老人们都说好。`;
    const file = read(`一、为民办事\n${point}\n2. ${sentence(0)}`);
    expect(sentenceTexts(file).filter((text) => /^\d+\.$/.test(text))).toEqual([]);
  });
});
