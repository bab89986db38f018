// Small talk is answered as such, and nothing else is taken for it.
import { beforeAll, describe, expect, it } from 'vitest';
import { courtesyIn } from '../../src/chat/courtesy.ts';
import { normalise } from '../../src/language/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { HUA, World } from './world.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

describe('small talk', () => {
  it.each(['你好', '您好！', 'Hello', 'hi', '在吗？', '早上好。'])('greets: %s', (text) => {
    expect(courtesyIn(normalise(text))).toBe('greeting');
  });

  it.each(['谢谢', '謝謝您！', '谢谢啦', 'Thanks!', 'thank you so much', '辛苦了'])('thanks: %s', (text) => {
    expect(courtesyIn(normalise(text))).toBe('thanks');
  });

  it.each(['你好好说说林业局', '感谢信收到几封', '谢谢 林业局下半年呢', 'hello world programme', '', '？'])(
    'is not what asks for something: %j',
    (text) => {
      expect(courtesyIn(normalise(text))).toBeUndefined();
    },
  );

  it('is answered with how to ask, and with a word', async () => {
    const world = new World(index);
    expect((await world.say('你好')).text).toContain(TEXTS.zh.helpHeading());
    expect((await world.say('謝謝', { person: HUA })).text).toBe(TEXTS['zh-Hant'].welcome());
  });
});
