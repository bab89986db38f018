// Presentations: each slide a section under its title, its texts in the order in which they are read.
import { describe, expect, it } from 'vitest';
import {
  type Box,
  coreProperties,
  placed,
  shape,
  slideTable,
  title,
  type WrittenSlide,
  writePresentation,
} from '../../../fixtures/formats/office-writer.ts';
import { coverageFaults } from '../../reading.ts';
import { sentencesOf } from '../../warning-sentences.ts';
import { documentOf, reasonAgainst, reportsOf } from '../read.ts';
import { shownTables } from '../tables.ts';

const show = (...slides: (WrittenSlide | string)[]) =>
  documentOf(
    'a.pptx',
    writePresentation(slides.map((each) => (typeof each === 'string' ? { shapes: each } : each))),
  );
const body = (words: string) => shape(words, { role: 'body' });
const box = (words: string, ...place: Box) => shape(words, { box: place });
const linesOf = ({ text }: { text: string }) => text.split('\n');

describe('a presentation', () => {
  it('has its slides in the order in which they are shown, each under its title', async () => {
    const document = await show(
      shape('山泉入户', { role: 'ctrTitle' }) + shape('石桥村 2024年', { role: 'subTitle' }),
      title('做了什么') + body('修了三口井\n铺管|两公里'),
      body('还缺一台泵') + title('缺|什么'),
    );
    expect(linesOf(document)).toEqual([
      '山泉入户',
      '石桥村 2024年',
      '',
      '做了什么',
      '修了三口井',
      '铺管',
      '两公里',
      '',
      '缺 什么',
      '还缺一台泵',
    ]);
    expect(
      document.headings.map(({ start, end, level }) => [document.text.slice(start, end), level]),
    ).toEqual([
      ['山泉入户', 1],
      ['做了什么', 2],
      ['缺 什么', 2],
    ]);
    expect(document.warnings).toEqual([]);
  });

  it('is one report, of which every character is accounted for', async () => {
    const slides = ['山泉入户', '做了什么', '缺什么'].map((words) => ({
      shapes: title(words) + body('修了三口井。\n铺了管。'),
    }));
    const file = await reportsOf('山泉.pptx', writePresentation(slides));
    expect(file.reports.map((report) => report.title)).toEqual(['山泉入户']);
    expect(coverageFaults(file)).toEqual([]);
  });

  it('says who made it and under which title', async () => {
    const bytes = writePresentation(
      [{ shapes: title('山泉') }],
      [coreProperties({ title: '山泉入户', creator: '石桥村' })],
    );
    expect((await documentOf('a.pptx', bytes)).properties).toEqual({ title: '山泉入户', author: '石桥村' });
  });

  it('leaves out hidden slides, notes and pictures, which is told', async () => {
    const document = await show(
      { shapes: `${title('山泉')}<p:pic><p:nvPicPr/></p:pic>`, notes: '这里停一停' },
      { shapes: title('草稿'), hidden: true },
    );
    expect(document.text).toBe('山泉');
    expect(sentencesOf(document.warnings)).toEqual([
      'left out because hidden: 1 × slide',
      'left out: the notes of 1 slide',
      'left out: 1 picture',
    ]);
  });

  it('has footers once and no slide numbers', async () => {
    const furniture = shape('石桥村村民委员会', { role: 'ftr' }) + shape('3', { role: 'sldNum' });
    const document = await show(title('山泉') + furniture, title('水泵') + furniture);
    expect(linesOf(document)).toEqual(['山泉', '石桥村村民委员会', '', '水泵']);
  });

  it('without slides is damaged', async () => {
    expect(await reasonAgainst('a.pptx', writePresentation([]))).toMatch(/damaged/);
  });
});

describe('a slide', () => {
  it('is read downwards and across where its file goes back', async () => {
    const document = await show(
      box('右下', 60, 60, 30, 30) +
        box('左下', 10, 60, 30, 30) +
        box('右上', 60, 20, 30, 30) +
        box('左上', 10, 20, 30, 30) +
        box('页顶的话，说到这里。', 0, 0, 100, 15),
    );
    expect(linesOf(document)).toEqual(['页顶的话，说到这里。', '左上', '右上', '左下', '右下']);
  });

  it('is read as its file goes where that does not go back', async () => {
    const document = await show(
      title('比较') +
        box('先前', 0, 20, 40, 10) +
        box('没有井', 0, 30, 40, 60) +
        box('如今', 50, 20, 40, 10) +
        box('有三口井', 50, 30, 40, 60),
    );
    expect(linesOf(document)).toEqual(['比较', '先前', '没有井', '如今', '有三口井']);
  });

  it('has the places of its layout', async () => {
    const layout = shape('', { role: 'body', box: [0, 50, 100, 40] });
    const document = await show({ shapes: title('水') + body('下面') + box('上面', 0, 10, 100, 30), layout });
    expect(linesOf(document)).toEqual(['水', '上面', '下面']);
  });

  it('has the shapes of a group where the group shows them', async () => {
    const frame = `<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="50" cy="50"/><a:chOff x="0" y="1000"/><a:chExt cx="500" cy="500"/></a:xfrm></p:grpSpPr>`;
    const group = `<p:grpSp>${frame}${box('组下', 0, 1300, 500, 200)}${box('组上', 0, 1000, 500, 200)}</p:grpSp>`;
    expect(linesOf(await show(box('最下。', 0, 80, 50, 20) + group))).toEqual(['组上', '组下', '最下。']);
  });

  it('without a title has the short line above all else for one', async () => {
    const document = await show(box('三口井', 0, 0, 100, 10) + box('一号井出水。', 0, 20, 100, 50));
    expect(document.headings).toEqual([{ start: 0, end: 3, level: 1 }]);
    const none = await show(box('一号井出水。', 0, 0, 100, 10) + box('二号井也出水。', 0, 20, 100, 50));
    expect(none.headings).toEqual([]);
  });

  it('has the numbers that the program makes', async () => {
    const numbered = (words: string, type: string, more = '') =>
      `<a:p><a:pPr ${more}><a:buAutoNum type="${type}"/></a:pPr><a:r><a:t>${words}</a:t></a:r></a:p>`;
    const plain = '<a:p><a:r><a:t>另外</a:t></a:r></a:p>';
    const paragraphs = [
      numbered('修井', 'arabicPeriod'),
      numbered('选址', 'ea1ChsPlain', 'lvl="1"'),
      '<a:p/>',
      numbered('打井', 'ea1ChsPlain', 'lvl="1"'),
      numbered('铺管', 'arabicPeriod'),
      numbered('验水', 'alphaLcParenBoth', 'lvl="1"'),
      plain,
      numbered('收费', 'arabicPeriod'),
      numbered('存疑', 'hebrew2Minus'),
    ];
    const document = await show(`<p:sp><p:txBody>${paragraphs.join('')}</p:txBody></p:sp>`);
    expect(linesOf(document)).toEqual([
      '1. 修井',
      '一 选址',
      '二 打井',
      '2. 铺管',
      '(a) 验水',
      '另外',
      '1. 收费',
      '存疑',
    ]);
    expect(sentencesOf(document.warnings)).toEqual([expect.stringContaining('1 automatic number')]);
  });

  it('has the words of a diagram', async () => {
    const frame =
      '<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds xmlns:r="r" r:dm="d" r:lo="x"/></a:graphicData></a:graphic></p:graphicFrame>';
    const point = (words: string) =>
      `<dgm:pt><dgm:t><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t></dgm:pt>`;
    const diagram = `<dgm:pt type="doc"/>${point('选址')}${point('打井')}`;
    expect(linesOf(await show({ shapes: title('步骤') + frame, diagram }))).toEqual(['步骤', '选址', '打井']);
  });

  it('has what newer programs show, not the stand-in for older ones', async () => {
    const choice = `<mc:AlternateContent><mc:Choice Requires="x">${body('新')}</mc:Choice><mc:Fallback>${body('旧')}</mc:Fallback></mc:AlternateContent>`;
    expect(linesOf(await show(title('水') + choice))).toEqual(['水', '新']);
  });
});

describe('a table of a slide', () => {
  it('has a line for each row and the first one as its head', async () => {
    const document = await show(
      title('水井') +
        slideTable(
          [
            ['井', '深（米）'],
            ['一号\n东头', '31'],
            ['二号', '28'],
          ],
          true,
        ),
    );
    expect(shownTables(document)).toEqual([['井|深（米）', '一号 东头|31', '二号|28']]);
  });

  it('has joined cells of several rows in each row, of several columns in the first', async () => {
    const document = await show(
      slideTable([
        ['村', '井', '米'],
        [{ more: 'rowSpan="2"', words: '石桥' }, '一号', '31'],
        [{ more: 'vMerge="1"', words: '' }, '二号', '28'],
        [{ more: 'gridSpan="2"', words: '合计' }, { more: 'hMerge="1"', words: '' }, '59'],
      ]),
    );
    expect(shownTables(document)).toEqual([['村|井|米', '石桥|一号|31', '石桥|二号|28', '合计||59']]);
  });

  it('takes its place among the shapes', async () => {
    const table = slideTable([
      ['井', '米'],
      ['一号', '31'],
    ]).replace('<a:graphic>', `${placed([0, 20, 100, 30], 'p')}<a:graphic>`);
    expect(linesOf(await show(title('水') + box('下面', 0, 60, 100, 20) + table))).toEqual([
      '水',
      '井\u3000米',
      '一号\u300031',
      '下面',
    ]);
  });
});
