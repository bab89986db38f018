// /settings: what the managers of a place can set.
import { zoneNamed, zonesFor } from '../../digests/index.ts';
import { TEXTS } from '../../message/index.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../command.ts';
import { placeSettings, settingsKey } from '../place-settings.ts';
import { SETTING_OPTIONS } from '../settings.ts';
import type { PlaceSettings } from '../store.ts';
import { settingsView } from '../views/settings.ts';

export const settings = defineCommand({
  name: 'settings',
  options: SETTING_OPTIONS,
  right: 'manager',
  anywhere: false,
  audience: 'asker',
  run: changeSettings,
});

/** So many time zones that may be meant are named. */
const MAX_CANDIDATES = 5;

/** Sets what is given for the place and shows what holds now; nothing is set where the time zone cannot be told. */
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
          text: TEXTS[locale].noZone(given.zone, zonesFor(given.zone).slice(0, MAX_CANDIDATES)),
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
