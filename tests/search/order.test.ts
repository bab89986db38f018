// The order of results: small invented corpora, each made so that one signal alone decides.
import { describe, expect, it } from 'vitest';
import { found, indexOf, LIMIT, search, textsOf, word } from './corpus.ts';

const TITLE = '县林业局2023年工作总结';
const report = (...paragraphs: string[]) => `${TITLE}\n\n${paragraphs.join('\n')}\n`;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];
const NAMES = [...'甲乙丙丁戊己庚辛壬癸子丑寅'];
/** Each paragraph under a heading that says nothing, so that it is a passage of its own. */
const apart = (paragraphs: string[]) =>
  paragraphs.flatMap((text, i) => [`（${NUMERALS[i]}）${NAMES[i]}片`, text]);

describe('words', () => {
  const common = Array.from({ length: 8 }, (_, i) => `修好第${i}段道路，群众往来更加便利顺畅。`);
  const rare = '清出村口古井，群众旱季也有水可用了。';
  const index = indexOf({ 'a.txt': report('一、主要工作', ...apart([...common, rare])) });

  it('that are rare count more than common ones', () => {
    const order = found(index, ['道路', '古井']);
    expect(order[0]).toBe(rare);
    expect(order).toHaveLength(common.length + 1);
  });

  const WELL_AND_STEPS = '开春以来清出古井三口，修好台阶八十级，赶在汛期之前。';
  const WELL_AND_ROAD = '入夏之后清出古井三口，修好道路八十米，赶在暑假之前。';
  const POND_AND_ROAD = '腊月里头清出山塘三口，修好道路八十米，赶在年关之前。';
  const LANE_AND_HIGHWAY = '立春前后打通便道、公路各八十米，赶在汛期之前。';
  const LANE_AND_DITCH = '立夏前后打通便道、水渠各八十米，赶在暑假之前。';
  const works = indexOf({
    'a.txt': report(
      '一、主要工作',
      ...apart([WELL_AND_STEPS, WELL_AND_ROAD, POND_AND_ROAD, LANE_AND_HIGHWAY, LANE_AND_DITCH]),
    ),
  });

  it('count more together than one of them alone', () => {
    expect(found(works, ['古井', '道路'])[0]).toBe(WELL_AND_ROAD);
  });

  it('count by their weight', () => {
    const light = found(index, ['道路', word('古井', { weight: 0.02 })]);
    expect(light.at(-1)).toBe(rare);
  });

  it('that do not occur find nothing', () => {
    expect(found(index, ['磁悬浮'])).toEqual([]);
    expect(found(index, [])).toEqual([]);
  });

  it('find the same passages in the same order every time', () => {
    const once = search(index, ['道路', '群众']).map(({ id }) => id);
    expect(search(index, ['群众', '道路']).map(({ id }) => id)).toEqual(once);
    expect(once.slice(0, 2)).toEqual([...once.slice(0, 2)].sort((a, b) => a - b));
  });

  it('find no more passages than asked for, the best ones', () => {
    expect(found(index, ['道路', '古井'], { limit: 3 })).toEqual(
      found(index, ['道路', '古井'], { limit: LIMIT }).slice(0, 3),
    );
  });

  it('that are variants of one concept count once, by the best of them', () => {
    const lane = { label: '便道', weight: 1, variants: [...word('便道').variants, ...word('公路').variants] };
    expect(found(works, [lane, '水渠'])[0]).toBe(LANE_AND_DITCH);
  });
});

describe('a heading', () => {
  it('that names the word puts its passage before one that stands under another heading', () => {
    const index = indexOf({
      'a.txt': report(
        '一、主要工作',
        '（一）水利建设',
        '新修两条沟，惠及三个村。',
        '（二）养老服务',
        '新开两家店，惠及三个村。',
      ),
    });
    expect(found(index, ['养老', '惠及'])[0]).toBe('新开两家店，惠及三个村。');
    expect(found(index, ['水利', '惠及'])[0]).toBe('新修两条沟，惠及三个村。');
    expect(found(index, ['养老'])).toEqual(['新开两家店，惠及三个村。']);
  });

  it('counts for its own passages when a report before it has none', () => {
    const index = indexOf({
      'a.txt': `县财政局2023年工作总结\n\n${report(
        '一、养老服务',
        '新开两家店，惠及三个村。',
        '二、水利建设',
        '新修两条沟，惠及三个村。',
      )}`,
    });
    expect(index.reports.map(({ passages }) => passages.length)).toEqual([0, 2]);
    expect(found(index, ['养老', '惠及'])[0]).toBe('新开两家店，惠及三个村。');
    expect(found(index, ['水利', '惠及'])[0]).toBe('新修两条沟，惠及三个村。');
  });
});

describe('a report', () => {
  const same = '镇里新开食堂三家，老人按时来吃饭。';
  const index = indexOf({
    'a.txt': report('一、主要工作', ...apart([same, '晒谷场边添了长椅，傍晚坐满了人。'])),
    'b.txt': report('一、主要工作', ...apart([same, '藕塘轮作扩大到五个村，收入多出一成。'])),
  });

  it('that holds the rest of the query comes first, where title and passage are the same', () => {
    expect(
      search(index, ['食堂', '藕塘']).filter((hit) => textsOf([hit])[0].includes('食堂'))[0].file.name,
    ).toBe('b.txt');
    expect(
      search(index, ['食堂', '长椅']).filter((hit) => textsOf([hit])[0].includes('食堂'))[0].file.name,
    ).toBe('a.txt');
  });

  it('comes first by its fit', () => {
    const meant = search(index, ['食堂'], { reportFits: Float64Array.of(0, 3) });
    expect(meant.map(({ file }) => file.name)).toEqual(['b.txt', 'a.txt']);
    const other = search(index, ['食堂'], { reportFits: Float64Array.of(3, 0) });
    expect(other.map(({ file }) => file.name)).toEqual(['a.txt', 'b.txt']);
  });

  it('is the only one where the query names no other', () => {
    const only = search(index, ['食堂', '长椅', '藕塘'], { reports: new Set([1]) });
    expect(new Set(only.map(({ reportNumber }) => reportNumber))).toEqual(new Set([1]));
  });
});

describe('matched words', () => {
  it('that stand close together come before the same words far apart', () => {
    const filler = '其间各项杂务逐日推进并按月登记造册留存备查以利往后核对';
    const scattered = `调解员走进晒谷场，${filler}，${filler}，终于谈妥地界。`;
    const close = `${filler}，${filler}，调解员在晒谷场谈妥地界，终于走进来。`;
    const index = indexOf({ 'a.txt': report('一、主要工作', ...apart([scattered, close])) });
    expect(found(index, ['晒谷场', '地界'])).toEqual([close, scattered]);
  });
});

describe('the kind of section that is asked for', () => {
  const index = indexOf({
    'a.txt': report(
      '一、主要工作',
      '今年新建冷库两座，鲜藕存得住。',
      '二、存在的问题',
      '冷库用电紧张，鲜藕存不久。',
      '三、下一步打算',
      '明年扩建冷库一座，鲜藕存更久。',
    ),
  });

  it.each([
    ['achievements', '今年新建冷库两座，鲜藕存得住。'],
    ['problems', '冷库用电紧张，鲜藕存不久。'],
    ['plans', '明年扩建冷库一座，鲜藕存更久。'],
  ] as const)('comes first: %s', (sectionKind, first) => {
    const order = found(index, ['冷库', '鲜藕'], { sectionKind });
    expect(order[0]).toBe(first);
    expect(order).toHaveLength(3);
  });

  it('is the only one found where it is a tag of the query', () => {
    expect(found(index, ['冷库'], { tags: { sectionKind: 'plans' } })).toEqual([
      '明年扩建冷库一座，鲜藕存更久。',
    ]);
  });
});

describe('forms of writing', () => {
  const ROWS: [what: string, written: string, asked: string][] = [
    ['traditional characters in the source', '開闢親水棧道兩處。', '栈道'],
    ['traditional characters in the question', '修缮书场与戏台一处。', '戲臺'],
    ['full width in the source', '建成５Ｇ基站若干。', '5g'],
    ['full width in the question', '开通WiFi热点若干。', 'ＷＩＦＩ'],
    ['capitals', '布设AED若干台。', 'aed'],
    ['Chinese numerals in the source', '举办第十七届龙舟会。', '第17届'],
    ['Chinese numerals in the question', '举办第23届采茶节。', '第二十三届'],
    ['a scaled number in the question', '发放种苗36000株。', '3.6万株'],
    ['a scaled number in the source', '收储稻谷7.2万吨。', '72000吨'],
    ['a masked word in the source', '评出先锋D员若干。', '党员'],
    ['a masked word in the question', '开办支部夜校与党课。', 'D课'],
    ['a masked firm word', '持续巩x堤防成果。', '巩固'],
    ['GDP written short', '人均DP有所提高。', 'gdp'],
  ];
  const index = indexOf({
    'a.txt': report('一、主要工作', ...apart(ROWS.map(([, written]) => written))),
  });

  it.each(ROWS)('match each other: %s', (_, written, asked) => {
    expect(found(index, [asked])[0]).toBe(written);
  });

  it.each(ROWS)('are quoted as they stand: %s', (_, written, asked) => {
    const [hit] = search(index, [asked]);
    expect(hit.file.text.slice(hit.passage.start, hit.passage.end)).toContain(written);
  });
});
