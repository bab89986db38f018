// The settings that hold in a place: what its managers have set, the defaults for the rest.
import type { Place } from './incoming.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { ChatStore, PlaceSettings } from './store.ts';

/** For times shown where no time zone is set. */
export const FALLBACK_ZONE = 'UTC';

/** The store's key for the settings of a place: a community has one set. */
export const settingsKey = ({ within }: Pick<Place, 'within'>): string => within.community ?? within.channel;

export const placeSettings = async (
  place: Pick<Place, 'within'>,
  store: Pick<ChatStore, 'settings'>,
): Promise<PlaceSettings> => ({ ...DEFAULT_SETTINGS, ...(await store.settings.get(settingsKey(place))) });
