// Languages: an answer has the question's, everything else the person's, else the place's.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { pressable, pressables } from './message-content.ts';
import { BEN, GROUP, HUA, MANAGER, MEI, NO_LOCALE, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const QUESTIONS = {
  zh: '柳汀街道修复了多少盏路灯',
  'zh-Hant': '柳汀街道修復了多少盞路燈',
  en: 'How many street lights did Liuting subdistrict repair?',
};
const LOCALES = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
const PEOPLE: Person[] = [MEI, HUA, BEN, NO_LOCALE];

describe('an answer', () => {
  it.each(LOCALES)('is in the language of the question, whoever asks: %s', async (locale) => {
    for (const person of PEOPLE) {
      const { message, sent } = await world.say(QUESTIONS[locale], { person });
      const labels = pressables(message).map(({ label }) => label);
      expect(labels).toContain(TEXTS[locale].helpful());
      expect(sent[0].locale).toBe(locale);
    }
  });
});

describe('a command in one line', () => {
  it('is answered in the script that it is written in, where nothing else gives the language', async () => {
    expect((await world.command('reports', '林业局', { person: NO_LOCALE })).sent[0].locale).toBe('zh');
    expect((await world.command('reports', '林業局', { person: NO_LOCALE })).sent[0].locale).toBe('zh-Hant');
    expect((await world.command('reports', '2023', { person: NO_LOCALE })).sent[0].locale).toBe('en');
  });
});

describe('menus, lists and errors', () => {
  it.each([
    [MEI, 'zh'],
    [HUA, 'zh-Hant'],
    [BEN, 'en'],
  ] as const)('are in the language of the person: %j', async (person, locale) => {
    const texts = TEXTS[locale];
    expect((await world.command('privacy', {}, { person })).text).toContain(texts.privacyHeading());
    expect((await world.command('search', { words: '磁悬浮' }, { person })).text).toBe(
      texts.nothingFound('磁悬浮'),
    );
    expect((await world.command('nope', {}, { person })).text).toBe(texts.unknownCommand('/nope'));
    expect((await world.press('', { person })).text).toBe(texts.oldButton());
  });

  it('behind a button are in the language of the person who presses', async () => {
    const { action } = pressable((await world.say(QUESTIONS.zh)).message, TEXTS.zh.moreContext());
    for (const [person, locale] of [
      [MEI, 'zh'],
      [HUA, 'zh-Hant'],
      [BEN, 'en'],
    ] as const)
      expect((await world.press(action, { person })).sent[0].locale).toBe(locale);
  });

  it('are in English where nothing gives a language', async () => {
    expect((await world.command('privacy', {}, { person: NO_LOCALE })).text).toContain(
      TEXTS.en.privacyHeading(),
    );
  });

  it('are in the language of the place where the platform gives only that', async () => {
    const { text } = await world.command(
      'privacy',
      {},
      { person: NO_LOCALE, place: { ...GROUP, locale: 'zh' } },
    );
    expect(text).toContain(TEXTS.zh.privacyHeading());
  });

  it('are in the language of the words where the platform gives none', async () => {
    const long = `${'一'.repeat(501)}`;
    expect((await world.say(long, { person: NO_LOCALE })).text).toContain('最多 500 字');
  });

  it.each(LOCALES)(
    'are in the language of the place’s setting where the platform gives none: %s',
    async (locale) => {
      await world.command('settings', { language: locale }, { person: MANAGER });
      const texts = TEXTS[locale];
      expect((await world.command('privacy', {}, { person: NO_LOCALE })).text).toContain(
        texts.privacyHeading(),
      );
      const place = { ...GROUP, locale: 'en' as const };
      expect((await world.command('privacy', {}, { person: NO_LOCALE, place })).text).toContain(
        texts.privacyHeading(),
      );
      expect((await world.command('privacy', {}, { person: BEN })).text).toContain(TEXTS.en.privacyHeading());
    },
  );
});
