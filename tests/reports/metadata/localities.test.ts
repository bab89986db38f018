import { describe, expect, it } from 'vitest';
import { localitiesIn } from '../../../src/reports/metadata/localities.ts';
import { longBody, prose } from '../../fixtures/prose.ts';
import { readText } from '../reading.ts';

const namesIn = (text: string) =>
  localitiesIn(text, { start: 0, end: text.length }).map((place) => place.text);

describe('localitiesIn', () => {
  it('finds known localities, the most often named first', () => {
    const text = '到浙江省学习。在杭州市参观。杭州市的水渠修得好。';
    expect(namesIn(text)).toEqual(['杭州市', '浙江省']);
  });

  it('finds a locality without its suffix if the report names it with the suffix too', () => {
    expect(namesIn('桐乡市的水好。桐乡的人勤快。')).toEqual(expect.arrayContaining(['桐乡市', '桐乡']));
  });

  it.each([
    '各村都修渠，全镇都植树。',
    '我县和本镇的社区工作有序。',
    '推进美丽乡镇和示范村建设。',
    '建成国家卫生镇和全国文明城市。',
  ])('finds no place in %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it('gives spans whose slices are the name, within the requested span', () => {
    const text = `杭州市。${prose(3)}到杭州市和江西省学习，又到杭州市。`;
    const within = { start: 4, end: text.length };
    const places = localitiesIn(text, within);
    expect(places.find((place) => place.text === '杭州市')?.spans).toHaveLength(2);
    for (const place of places)
      for (const { start, end } of place.spans) {
        expect(text.slice(start, end)).toBe(place.text);
        expect(start).toBeGreaterThanOrEqual(within.start);
      }
  });
});

describe('the localities of a report', () => {
  it('begin with the town that wrote it, wherever it is named', () => {
    const file = readText(
      `雁汀镇2023年工作总结\n\n雁汀镇风调雨顺。${longBody()}\n到浙江省学习，雁汀镇受益。\n`,
    );
    const [first] = file.reports[0].localities;
    expect(first.text).toBe('雁汀镇');
    expect(first.spans.map(({ start, end }) => file.text.slice(start, end))).toEqual([
      '雁汀镇',
      '雁汀镇',
      '雁汀镇',
    ]);
  });

  it('have spans in that report only', () => {
    const file = readText(
      `县教育局2023年工作总结\n\n${longBody()}到江西省学习。\n\n县林业局2023年工作总结\n\n${longBody(9)}到浙江省学习。\n`,
    );
    expect(file.reports.map(({ localities }) => localities.map((place) => place.text))).toEqual([
      ['江西省'],
      ['浙江省'],
    ]);
  });
});
