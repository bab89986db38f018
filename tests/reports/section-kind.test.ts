import { describe, expect, it } from 'vitest';
import { kindByOrder, ownKindOfSubheading, sectionKindOf, turnOf } from '../../src/reports/section-kind.ts';

describe('sectionKindOf', () => {
  it.each([
    ['上半年工作回顾', 'achievements'],
    ['2023年工作完成情况', 'achievements'],
    ['主要做法及成效', 'achievements'],
    ['今年以来主要工作', 'achievements'],
    ['问题整改情况', 'achievements'],
    ['存在的问题', 'problems'],
    ['存在的困难和不足', 'problems'],
    ['面临的主要挑战', 'problems'],
    ['存在的问题及下步打算', 'problems'],
    ['下半年工作计划', 'plans'],
    ['下一步工作打算', 'plans'],
    ['下步工作思路', 'plans'],
    ['2024年工作安排', 'plans'],
    ['明年重点', 'plans'],
    ['2024年工作建议', 'plans'],
    ['工作亮点', 'highlights'],
    ['特色做法', 'highlights'],
    ['意见建议', 'suggestions'],
    ['有关请求事项', 'suggestions'],
    ['当前形势', 'none'],
    ['修路架桥', 'none'],
  ])('takes %s for %s', (heading, kind) => {
    expect(sectionKindOf(heading, 2023)).toBe(kind);
  });

  it.each([
    '聚焦薄弱环节，安全防线更加牢固',
    '紧盯短板弱项，民生实事加快落地',
    '破解发展瓶颈，项目建设提速',
    '攻克难点，老城改造过半',
    '补齐民生短板',
    '着力解决群众出行困难',
  ])('does not take solved problems for a list of problems: %s', (heading) => {
    expect(sectionKindOf(heading, 2023)).not.toBe('problems');
  });

  it.each(['认真办理代表建议', '人大代表建议和政协提案办理情况'])(
    'does not take proposals of deputies for suggestions of the author: %s',
    (heading) => {
      expect(sectionKindOf(heading, 2023)).not.toBe('suggestions');
    },
  );

  it('takes a heading with the covered year as achievements, one with a later year as plans', () => {
    expect(sectionKindOf('2023年修路架桥', 2023)).toBe('none');
    expect(sectionKindOf('2024年修路架桥', 2023)).toBe('plans');
    expect(sectionKindOf('2024年上半年工作总结', 2024)).toBe('achievements');
  });
});

describe('ownKindOfSubheading', () => {
  it.each([
    ['存在的主要问题', 'problems'],
    ['目前存在的困难和不足', 'problems'],
    ['下一步工作打算', 'plans'],
    ['2024年重点工作安排', 'plans'],
    ['着力解决突出问题', undefined],
    ['修路架桥', undefined],
  ])('lets %s be of kind %s below the first level', (heading, kind) => {
    expect(ownKindOfSubheading(heading)).toBe(kind);
  });
});

describe('turnOf', () => {
  it.each([
    ['在肯定成绩的同时，我们也看到，水利设施还有不足。', 'problems'],
    ['同时，我们也清醒认识到，工作中还存在一些问题。', 'problems'],
    ['虽然水渠修通了，但管护仍有差距。', 'problems'],
    ['接下来，我们将修好支渠。', 'plans'],
    ['下一步，修好支渠。', 'plans'],
    ['明年，修好支渠。', 'plans'],
    ['虽然下雨，水渠还是修通了。', undefined],
    ['我们修通了水渠。', undefined],
    ['群众反映的问题全部解决。', undefined],
  ])('reads %s as a turn to %s', (paragraph, kind) => {
    expect(turnOf(paragraph)).toBe(kind);
  });

  it('does not look beyond the opening of a paragraph', () => {
    const long = '修渠。'.repeat(60);
    expect(turnOf(`${long}虽然有成绩，也有不足。`)).toBeUndefined();
  });
});

describe('kindByOrder', () => {
  it.each([
    [undefined, 'achievements'],
    ['achievements', 'achievements'],
    ['problems', 'plans'],
    ['plans', 'plans'],
    ['suggestions', 'none'],
  ] as const)('guesses after %s that %s follow', (previous, kind) => {
    expect(kindByOrder(previous)).toBe(kind);
  });
});
