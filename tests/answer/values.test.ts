// Values of each type in sentences of both languages: readable, masked, in words.
import { describe, expect, it } from 'vitest';
import { valuesIn } from '../../src/answer/values.ts';
import { normalise } from '../../src/language/index.ts';
import { askedValue } from '../../src/question/asked-unit.ts';
import { read } from '../../src/question/reading.ts';

/** What of a sentence is a value of the type that a question asks for; a masked one in brackets. */
function valuesFor(question: string, sentence: string): string[] {
  const asked = askedValue(read(question).expected);
  if (!asked) return [];
  const values = valuesIn(normalise(sentence), sentence, asked).filter(({ fit }) => fit === 1);
  return values.map(({ start, end, masked }) => {
    const text = sentence.slice(start, end).trim();
    return masked ? `(${text})` : text;
  });
}

describe('a value of the asked type', () => {
  it.each<[question: string, sentence: string, values: string[]]>([
    ['造林多少亩', '1-9月完成造林1200亩，投入30万元', ['1200']],
    ['查了多少家餐馆', '检查餐馆73家，发现隐患76处', ['73']],
    ['有多少人参加', '共有57名队员参加培训5场', ['57']],
    ['招了几名护林员', '选聘护林员十二名', ['十二']],
    ['花了多少钱', '投资5000万元建成敬老院，新增床位172张', ['5000万']],
    ['花了多少钱', '投资XX万元建成敬老院', ['(XX万)']],
    ['覆盖率是百分之几', '森林覆盖率达35.6%，比上年增加12亩', ['35.6']],
    ['增长了百分之几', '产值翻番', ['翻番']],
    ['占比多少', '其中一半用于春耕', ['一半']],
    ['什么时候完工', '计划于8月底前完工', ['8', '月底']],
    ['为什么停工', '由于资金不足，工程停工', ['由于']],
    ['how many households were moved', '200户农户完成搬迁，发放3万元', ['200']],
    ['how many members replied', 'Of 1,140 member firms 386 replied', ['1,140', '386']],
    ['how much did the roof cost', 'The roof cost £1.2 million in 2023.', ['1.2 million']],
    [
      'what percentage was lit',
      'About 40 per cent of streets were lit, two thirds by LED.',
      ['40', 'two thirds'],
    ],
    ['when does it open', 'It opens in May 2026.', ['2026', 'May']],
    ['when was the bridge built', 'Built in 1788, it carried 1500 carts.', ['1788']],
    ['when was the mill founded', 'The mill was founded in 1835.', ['1835']],
    ['when did the lake dry up', 'The lake dried up 3 million years ago.', ['3 million']],
    ['寺庙哪一年建成', '寺庙建于1644年', ['1644']],
    ['how old was the driver', 'The driver, aged 39, was unhurt.', ['39']],
    ['how many teams took part', 'Twelve teams took part in two rounds.', ['Twelve']],
    ['why was it closed', 'It was closed because of the flood.', ['because']],
    ['who chairs the board', 'The board is chaired by Olga Marsh.', ['Olga Marsh']],
  ])('%s: %s', (question, sentence, values) => {
    expect(valuesFor(question, sentence).toSorted()).toEqual(values.toSorted());
  });
});

describe('no value of the asked type', () => {
  it.each<[question: string, sentence: string]>([
    ['花了多少钱', '1-8月查处案件15件'],
    ['查了多少家餐馆', '第一，全面排查2023年隐患'],
    ['有多少人参加', 'XX镇敬老院一是加强管理'],
    ['how much did the roof cost', 'The roof was repaired in 2023 by 12 people.'],
    ['how many members replied', 'It was founded in 1998.'],
  ])('%s: %s', (question, sentence) => {
    expect(valuesFor(question, sentence)).toEqual([]);
  });
});
