import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../src/reports/section-kinds/turn.ts';

describe('turnOf', () => {
  it.each([
    ['在肯定成绩的同时，我们也看到，水利设施还有不足。', 'problems'],
    ['同时，我们也清醒认识到，工作中还存在一些问题。', 'problems'],
    ['虽然水渠修通了，但管护仍有差距。', 'problems'],
    ['存在的主要问题是：支渠年久失修，水费难收。', 'problems'],
    ['工作中的困难和不足主要有：支渠漏水，人手不够。', 'problems'],
    ['The main problem is the leak in the side canal.', 'problems'],
    ['问题是有的，办法也是有的。', undefined],
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

  it.each([
    ['2024年工作的总体要求是：修好支渠，管好水库。', 'plans'],
    ['2024年是修渠的关键一年，任务很重。', 'plans'],
    ['今年政府工作的预期目标是：修渠三十里。', 'plans'],
    ['总体思路：修渠在前，植树在后。', 'plans'],
    ['新的一年，我们要修好支渠。', 'plans'],
    ['Looking ahead, we will repair the side canals.', 'plans'],
    ['For the coming year we will repair the side canals.', 'plans'],
    ['In 2024 we will repair the side canals.', 'plans'],
    ['However, challenges remain in the upper valley.', 'problems'],
    ['2023年工作的总体要求是修渠，我们做到了。', undefined],
    ['今年以来，我们要求各村修渠，都修完了。', undefined],
    ['In 2023 we repaired the side canals.', undefined],
    ['However, the canal was finished in May.', undefined],
  ])('reads %s in a report on 2023 as a turn to %s', (paragraph, kind) => {
    expect(turnOf(paragraph, { coveredYear: 2023 })).toBe(kind);
  });
});
