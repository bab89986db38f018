// Digests over the sample reports, as they reach each platform: every word and button. After a wanted change, `vitest run -u` writes
// them anew; read what has changed.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediumFor as discordMedium } from '../../adapters/discord/limits.ts';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { mediumFor as telegramMedium } from '../../adapters/telegram/limits.ts';
import { render as renderTelegram } from '../../adapters/telegram/render.ts';
import { type Locale, type Medium, type Message, splitMessage, TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { SAMPLE_FOLDER, sampleIndex } from '../answer/sample.ts';
import { openIndex } from '../fixtures/read-reports.ts';
import { DAY_MS, DigestFixture, MINUTE_MS, SHANGHAI } from './digest-fixture.ts';

const GOLDEN = path.join(import.meta.dirname, '..', 'golden');
/** Reports that come later. */
const LATER = ['forestry-2024-h1.txt', 'qilu-town-2024-h1.md'];
const PLACE = 'fake:channel:1';
/** Saturday noon in Shanghai. */
const START = Date.parse('2026-11-21T04:00:00Z');
const FIRST_DUE = Date.parse('2026-11-22T00:30:00Z');

interface Platform {
  medium(locale: Locale): Medium;
  render(message: Message, locale: Locale): object;
}

const PLATFORMS: Record<string, Platform> = {
  discord: {
    medium: (locale) => discordMedium(locale, new Map()),
    render: (message, locale) => renderDiscord(message, { texts: TEXTS[locale], commandIds: new Map() }),
  },
  telegram: {
    medium: telegramMedium,
    render: (message, locale) => renderTelegram(message, TEXTS[locale]),
  },
};

let whole: PassageIndex;
let before: PassageIndex;
let folder: string;

beforeAll(async () => {
  whole = await sampleIndex();
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'golden-'));
  await fs.cp(SAMPLE_FOLDER, path.join(folder, 'reports'), { recursive: true });
  for (const name of LATER) await fs.rm(path.join(folder, 'reports', name));
  const opened = await openIndex(path.join(folder, 'reports'), path.join(folder, 'index'));
  if (!opened.ok) throw new Error(opened.reason);
  before = opened.index;
});
afterAll(() => fs.rm(folder, { recursive: true }));

/** A place that follows some topics, before the later reports have come. */
async function follower(
  platform: Platform,
  locale: Locale,
  topics: string[],
  atOnce = false,
): Promise<DigestFixture> {
  const fixture = new DigestFixture(before, { now: START, medium: platform.medium });
  await fixture.dispatcher.tick();
  await fixture.subscribe(PLACE, SHANGHAI, { locale });
  fixture.now += MINUTE_MS;
  for (const text of topics)
    await fixture.digests.topics.add({ place: PLACE, id: text, text, earlier: [], atOnce, since: START }, 20);
  return fixture;
}

const SCENES: Record<string, (platform: Platform) => Promise<DigestFixture>> = {
  'a day without anything new': async (platform) => {
    const fixture = await follower(platform, 'zh', []);
    await fixture.until(FIRST_DUE);
    return fixture;
  },
  'new reports and followed topics, late': async (platform) => {
    const fixture = await follower(platform, 'zh', ['高标准农田', '林业局下半年有什么打算', '养老']);
    fixture.index = whole;
    fixture.now = FIRST_DUE + 2 * 60 * 60 * 1000;
    await fixture.dispatcher.tick();
    return fixture;
  },
  'new reports and a followed topic, in English': async (platform) => {
    const fixture = await follower(platform, 'en', ['elderly canteens']);
    fixture.index = whole;
    await fixture.until(FIRST_DUE);
    return fixture;
  },
  'followed topics in English, on their second day': async (platform) => {
    const fixture = await follower(platform, 'en', [
      'school safety',
      'What are the problems of the forestry bureau?',
    ]);
    await fixture.until(FIRST_DUE + DAY_MS);
    return fixture;
  },
  'hits at once, in traditional characters': async (platform) => {
    const fixture = await follower(platform, 'zh-Hant', ['油茶'], true);
    fixture.index = whole;
    await fixture.dispatcher.tick();
    return fixture;
  },
};

describe.each(Object.entries(PLATFORMS))('digests on %s', (name, platform) => {
  it('say this', async () => {
    const rendered: Record<string, object> = {};
    for (const [scene, play] of Object.entries(SCENES)) {
      const { message, posting } = (await play(platform)).posted.at(-1) ?? {
        message: [],
        posting: undefined,
      };
      expect(splitMessage(message, platform.medium(posting?.locale ?? 'zh'))).toHaveLength(1);
      rendered[scene] = platform.render(message, posting?.locale ?? 'zh');
    }
    await expect(`${JSON.stringify(rendered, null, 2)}\n`).toMatchFileSnapshot(
      path.join(GOLDEN, `digest-${name}.json`),
    );
  });
});
