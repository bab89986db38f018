// The core's keys for what Telegram names by a number. Stored: their form stays. Pure.

export const personKey = (id: number): string => `telegram:${id}`;
export const chatKey = (id: number): string => `telegram:chat:${id}`;
export const topicKey = (chat: number, thread: number): string => `${chatKey(chat)}:topic:${thread}`;
export const messageKey = (chat: number, message: number): string => `telegram:message:${chat}:${message}`;

/** The number of a message in its key. */
export const messageIdIn = (key: string): number => Number(key.slice(key.lastIndexOf(':') + 1));

/** The number of a person; undefined for a key of another form. */
export function personIn(key: string): number | undefined {
  const [, id] = /^telegram:(\d+)$/.exec(key) ?? [];
  return id === undefined ? undefined : Number(id);
}

/**
 * The chat, and the topic where there is one.
 * @throws where the key is not one of this adapter's
 */
export function chatIn(place: string): { chat: number; thread?: number } {
  const [, chat, thread] = /^telegram:chat:(-?\d+)(?::topic:(\d+))?$/.exec(place) ?? [];
  if (chat === undefined) throw new Error(`${place} is no place on Telegram`);
  return { chat: Number(chat), ...(thread === undefined ? {} : { thread: Number(thread) }) };
}
