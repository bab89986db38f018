// /settings: what the managers of a place can set.
import { settingsKey } from '../access.ts';
import { defineCommand, type Said, type Scene } from '../command.ts';
import { DEFAULT_SETTINGS, SETTINGS } from '../settings.ts';
import type { PlaceSettings } from '../store.ts';
import { settingsView } from '../views/settings.ts';

export const settings = defineCommand({
  name: 'settings',
  names: { en: 'settings', zh: '设置', 'zh-Hant': '設定' },
  summary: {
    en: 'Language, who is answered, length of answers (managers only)',
    zh: '语言、回答谁、回答长短（仅管理员）',
    'zh-Hant': '語言、回答誰、回答長短（僅管理員）',
  },
  options: SETTINGS,
  right: 'manager',
  anywhere: false,
  audience: 'asker',
  run: changeSettings,
});

/** Sets what is given for the place and shows what holds now. */
export async function changeSettings(
  given: { [Name in keyof PlaceSettings]?: PlaceSettings[Name] | undefined },
  scene: Scene,
): Promise<Said> {
  const { store, place, locale } = scene;
  const key = settingsKey(place);
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (Object.keys(changes).length > 0) await store.settings.set(key, changes);
  const now = { ...DEFAULT_SETTINGS, ...(await store.settings.get(key)) };
  return { message: settingsView(now, scene), locale, forAsker: true, placeBound: true };
}
