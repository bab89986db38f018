// /settings: what the managers of a place can set.
import { zoneNamed } from '../../digests/index.ts';
import { TEXTS } from '../../message/index.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../command.ts';
import { placeSettings, settingsKey } from '../place-settings.ts';
import { SETTING_OPTIONS } from '../settings.ts';
import type { PlaceSettings } from '../store.ts';
import { settingsView } from '../views/settings.ts';
import { zoneCandidates } from './schedule-words.ts';

export const settings = defineCommand({
  name: 'settings',
  options: SETTING_OPTIONS,
  right: 'manager',
  anywhere: false,
  audience: 'asker',
  run: changeSettings,
});

/**
 * Changes the given settings and shows all of them; changes nothing where the time zone is unknown or
 * ambiguous.
 */
export async function changeSettings(
  given: { [Name in keyof PlaceSettings]?: PlaceSettings[Name] | undefined },
  context: CommandContext,
): Promise<CommandResult> {
  const { store, place, locale } = context;
  const zone = given.zone === undefined ? undefined : zoneNamed(given.zone);
  if (given.zone !== undefined && zone === undefined)
    return {
      message: [
        {
          type: 'paragraph',
          text: TEXTS[locale].noZone(given.zone, zoneCandidates(given.zone)),
        },
      ],
      locale,
      forAsker: true,
    };
  const changes = Object.fromEntries(
    Object.entries({ ...given, zone }).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(changes).length > 0) await store.settings.set(settingsKey(place), changes);
  const now = await placeSettings(place, store);
  return { message: settingsView(now, context), locale, forAsker: true, placeBound: true };
}
