import { describe, expect, it } from 'vitest';
import { headingEvidence, sectionKindOf } from '../../../src/reports/section-kinds/heading-evidence.ts';

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
    ['2024年预算安排', 'plans'],
    ['下年度工作計畫', 'plans'],
    ['What did not go to plan', 'problems'],
    ['Where we struggled', 'problems'],
    ['What readers complained about', 'problems'],
    ['What should be done', 'suggestions'],
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

describe('the words of a heading', () => {
  it.each([
    ['存在的主要问题', 'problems'],
    ['目前存在的困难和不足', 'problems'],
    ['下一步工作打算', 'plans'],
    ['2024年重点工作安排', 'plans'],
    ['今后五年的总体要求', 'plans'],
    ['会议议定事项', 'plans'],
    ['DECISION', 'plans'],
    ['Action items', 'plans'],
    ['Key risks and challenges', 'problems'],
    ['Our achievements', 'achievements'],
    ['着力解决突出问题', undefined],
    ['修路架桥', undefined],
    ['Roads and bridges', undefined],
  ])('are plain where nothing but the kind is in them: %s', (heading, kind) => {
    expect(headingEvidence(heading).plainly).toBe(kind);
  });

  it.each([
    ['Results for the year', 'achievements'],
    ['What we delivered', 'achievements'],
    ['Review of operations', 'achievements'],
    ['Progress against the 2021 strategy', 'plans'],
    ['Principal risks', 'problems'],
    ['Issues and concerns', 'problems'],
    ['What went wrong', 'problems'],
    ['Lessons learned', 'problems'],
    ['Outlook', 'plans'],
    ['Priorities for the coming year', 'plans'],
    ['Next steps', 'plans'],
    ['The way forward', 'plans'],
    ['Decisions taken', 'plans'],
    ['Actions', 'plans'],
    ['Date of next meeting', 'plans'],
    ['Recommendations', 'suggestions'],
    ['What growers ask for', 'suggestions'],
    ['Highlights', 'highlights'],
    ['Success stories', 'highlights'],
    ['Introduction', 'none'],
    ['About the survey', 'none'],
    ['Acknowledgements', 'none'],
    ['Apologies', 'none'],
    ['Ferries and piers', 'none'],
  ])('are understood in English: %s opens %s', (heading, kind) => {
    expect(sectionKindOf(heading, 2023)).toBe(kind);
  });

  it.each([
    ['风险和挑战', 'problems'],
    ['未来展望', 'plans'],
    ['议定事项', 'plans'],
    ['需上级协调解决的事项', 'suggestions'],
    ['對來年工作的展望', 'plans'],
    ['取得的成績', 'achievements'],
    ['附则', 'none'],
    ['出席人员', 'none'],
    ['防范化解重大风险', 'none'],
    ['关于水渠管护问题', 'none'],
  ])('are understood in Chinese: %s opens %s', (heading, kind) => {
    expect(sectionKindOf(heading, 2023)).toBe(kind);
  });

  it.each(['对今年工作的建议', '今后五年工作的建议', '关于下届政府工作的建议'])(
    'propose to a congress what is the plan of the government: %s',
    (heading) => {
      expect(sectionKindOf(heading, 2023)).toBe('plans');
    },
  );
});
