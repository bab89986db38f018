// A point of time on Telegram: words with an entity that holds the time.
import { expect, it } from 'vitest';
import { render } from '../../adapters/telegram/render.ts';
import { TEXTS } from '../../src/message/index.ts';

it('follows its label, in words that name the time', () => {
  const at = Date.UTC(2026, 10, 23, 0, 30);
  const { text, entities } = render(
    [
      { type: 'paragraph', text: '每日摘要已开启。' },
      { type: 'moment', label: '下一次：', at, zone: 'Asia/Shanghai', locale: 'zh' },
    ],
    TEXTS.zh,
  );
  expect(text).toBe('每日摘要已开启。\n\n下一次：2026年11月23日星期一 中国标准时间 08:30');
  const [{ type, offset, length, ...rest }] = entities;
  expect([type, rest]).toEqual(['date_time', { unix_time: at / 1000 }]);
  expect(text.slice(offset, offset + length)).toBe('2026年11月23日星期一 中国标准时间 08:30');
});
