// The core's keys for what Discord names by an id. Stored: their form stays. Pure.

export const personKey = (id: string): string => `discord:${id}`;
export const userKey = (id: string): string => `discord:user:${id}`;
export const messageKey = (id: string): string => `discord:message:${id}`;
export const channelKey = (id: string): string => `discord:channel:${id}`;
export const guildKey = (id: string): string => `discord:guild:${id}`;

/** The id in a key of this form; undefined for every other key. */
const idIn =
  (form: RegExp) =>
  (key: string): string | undefined =>
    form.exec(key)?.[1];

export const personIn: (key: string) => string | undefined = idIn(/^discord:(\d+)$/);
export const guildIn: (key: string) => string | undefined = idIn(/^discord:guild:(\d+)$/);
const channelOrNone = idIn(/^discord:channel:(\d+)$/);

/** @throws where the key is not one of this adapter's */
export function channelIn(place: string): string {
  const channel = channelOrNone(place);
  if (channel === undefined) throw new Error(`${place} is no place on Discord`);
  return channel;
}
