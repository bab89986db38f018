import { beforeAll, describe, expect, it } from 'vitest';
import { agencyMatch } from '../../src/question/agency-match.ts';
import { type AuthorType, authorTypeIn, isOfType } from '../../src/question/author-type.ts';
import { understand } from '../../src/question/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { prose } from '../fixtures/prose.ts';
import { indexOf, readAll } from '../search/corpus.ts';

describe('a name', () => {
  it.each<[mention: string, agency: string]>([
    ['发改委', '发展和改革委员会'],
    ['发改局', '县发展改革局'],
    ['卫健委', '澜棠县卫生健康委员会'],
    ['卫健局', '县卫生健康局'],
    ['工信局', '县工业和信息化局'],
    ['资规局', '县自然资源和规划局'],
    ['自规局', '县自然资源和规划局'],
    ['退役军人局', '县退役军人事务局'],
    ['人社局', '人力资源和社会保障局'],
    ['住建局', '住房和城乡建设局'],
    ['市监局', '县市场监督管理局'],
    ['市监局', '市场监督管理局'],
    ['市场监管局', '县市场监督管理局'],
    ['文旅局', '文化和旅游局'],
    ['文旅局', '文化广电旅游体育局'],
    ['医保局', '医疗保障局'],
    ['城管局', '城市管理局'],
    ['应急局', '应急管理局'],
    ['政数局', '政务服务和数据管理局'],
    ['农业局', '农业农村局'],
    ['交通局', '交通运输局'],
    ['林业局', '澜棠县林业局'],
    ['澜棠县林业局', '林业局'],
    ['县林业局', '澜棠县林业局'],
    ['公安局', '公安分局'],
    ['雁汀镇', '雁汀镇人民政府'],
    ['石梁街道', '石梁街道办事处'],
  ])('such as %s means %s', (mention, agency) => {
    expect(agencyMatch(mention, agency)).toBeGreaterThan(0.5);
    expect(agencyMatch(mention, agency)).toBeLessThanOrEqual(1);
  });

  it.each<[mention: string, agency: string]>([
    ['林业局', '农业农村局'],
    ['民政局', '财政局'],
    ['教育局', '体育局'],
    ['统计局', '审计局'],
    ['信访局', '工业和信息化局'],
    ['卫健委', '发展和改革委员会'],
    ['雁汀镇', '鹭汀镇'],
    ['石梁街道', '石桥街道'],
    ['局', '林业局'],
    ['镇', '雁汀镇'],
    ['', '林业局'],
    ['林业局', ''],
  ])('such as %j does not mean %j', (mention, agency) => {
    expect(agencyMatch(mention, agency)).toBe(0);
  });

  it('fits the agency of exactly that name best', () => {
    expect(agencyMatch('林业局', '林业局')).toBeGreaterThan(agencyMatch('林业局', '林业和草原局'));
    expect(agencyMatch('县林业局', '县林业局')).toBeGreaterThan(agencyMatch('县林业局', '市林业局'));
  });
});

describe('the agencies that a question names', () => {
  const AUTHORS = [
    '县林业局',
    '县卫生健康委员会',
    '县发展和改革局',
    '雁汀镇人民政府',
    '石梁街道',
    '县农业农村局',
    '县退役军人事务局',
  ];
  let index: PassageIndex;
  beforeAll(() => {
    const texts = AUTHORS.map((author, i) => [
      `${i}.txt`,
      `${author}2023年工作总结\n\n一、主要工作\n${prose(3, i * 3)}\n`,
    ]);
    index = indexOf(Object.fromEntries(texts));
  });

  /** Mentions with the authors of the reports that fit them. */
  const namedIn = (question: string) =>
    understand(question, index).agencies.map(({ text, fits }) => [
      text,
      ...[...fits.keys()].map((report) => index.reports[report].agency),
    ]);

  it.each<[question: string, named: (string | undefined)[][]]>([
    ['林业局做了哪些工作', [['林业局', '县林业局']]],
    ['请问一下县林业局的打算', [['县林业局', '县林业局']]],
    ['縣林業局做了什麼', [['县林业局', '县林业局']]],
    ['卫健委存在哪些问题', [['卫健委', '县卫生健康委员会']]],
    ['发改委有什么打算', [['发改委', '县发展和改革局']]],
    ['退役军人局做了啥', [['退役军人局', '县退役军人事务局']]],
    ['今年雁汀镇修了几条路', [['雁汀镇', '雁汀镇']]],
    ['石梁街道办事处做了啥', [['石梁街道', '石梁街道']]],
    [
      '林业局和农业局谁的人手更紧',
      [
        ['林业局', '县林业局'],
        ['农业局', '县农业农村局'],
      ],
    ],
    ['民政局怎么养老', [['民政局']]],
    ['住建局怎么养老', [['住建局']]],
    ['应急管理局有什么打算', [['应急管理局']]],
    ['镇党委有什么打算', []],
    ['一网通办了吗', []],
    ['全局工作怎么抓', []],
    ['格局打开了吗', []],
    ['垃圾怎么办', []],
    ['老人没人照看怎么办？', []],
    ['各局的打算', []],
    ['修了几条路', []],
    ['what did the forestry bureau do', [['forestry bureau', '县林业局']]],
    [
      'compare the health commission and the agriculture bureau',
      [
        ['health commission', '县卫生健康委员会'],
        ['agriculture bureau', '县农业农村局'],
      ],
    ],
    ['what did the civil affairs bureau do', [['civil affairs bureau']]],
    ['what did Yanting do', [['yanting', '雁汀镇']]],
    ['how many wells were cleared', []],
  ])('%j: %j', (question, named) => {
    expect(namedIn(question)).toEqual(named);
  });

  it.each(['古井由县林业局清了吗', '古井归县林业局管吗', '林业局清了古井吗'])(
    'take no word of the topic of %j',
    (question) => {
      expect(understand(question, index).topic.map(({ label }) => label)).toContain('古井');
    },
  );
});

describe('an office under another name that the lexicon knows', () => {
  it('is the one that wrote the report', () => {
    const other = indexOf({ 'a.txt': `县生态环境局2023年工作总结\n\n一、主要工作\n${prose(3)}\n` });
    const [{ fits }] = understand('环保局有什么打算', other).agencies;
    expect([...fits.keys()]).toEqual([0]);
  });
});

describe('the type of author that a question names', () => {
  it.each<[question: string, type: AuthorType | undefined]>([
    ['那个镇有什么打算', 'town'],
    ['镇里修了几条路', 'town'],
    ['哪几个乡镇有食堂', 'town'],
    ['what did the town do', 'town'],
    ['which townships have canteens', 'town'],
    ['石梁街道做了啥', 'subdistrict'],
    ['which subdistricts have canteens', 'subdistrict'],
    ['哪些局提到了古井', 'bureau'],
    ['which bureaus mention wells', 'bureau'],
    ['林业局做了啥', undefined],
    ['城镇化率多少', undefined],
    ['修了几条路', undefined],
  ])('%j: %s', (question, type) => {
    expect(authorTypeIn(question)).toBe(type);
  });

  it.each<[title: string, types: AuthorType[]]>([
    ['县林业局2023年工作总结', ['bureau']],
    ['县卫生健康委员会2023年工作总结', ['bureau']],
    ['雁汀镇2023年工作总结', ['town']],
    ['云碾乡2023年工作总结', ['town']],
    ['石梁街道2023年工作总结', ['subdistrict']],
  ])('is told from the report: %s is %j', (title, types) => {
    const [{ reports }] = readAll({ 'a.txt': `${title}\n\n一、主要工作\n${prose(3)}\n` });
    const all: AuthorType[] = ['town', 'subdistrict', 'bureau'];
    expect(all.filter((type) => isOfType(reports[0], type))).toEqual(types);
  });
});
