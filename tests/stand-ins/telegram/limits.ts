// Telegram's limits. Texts are counted in UTF-16 units, the stricter way; callback data in bytes.

export const TEXT = { message: 4096, caption: 1024, entities: 100 };
export const QUOTE = 1024;
export const CALLBACK = { dataBytes: 64, answer: 200 };
export const KEYBOARD = { buttons: 100, inRow: 8, copyText: 256, placeholder: 64 };
export const INLINE = { results: 50, idBytes: 64, offsetBytes: 64, query: 256, cacheSeconds: 300 };
export const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/;
export const COMMANDS = { count: 100, description: 256, name: /^[a-z0-9_]{1,32}$/ };
export const ABOUT = { description: 512, short: 120 };
export const UPDATES = { most: 100, pollSeconds: 50 };
export const WEBHOOK = { connections: 40, mostConnections: 100, secret: /^[A-Za-z0-9_-]{1,256}$/ };
export const WEBHOOK_PORTS = ['', '443', '80', '88', '8443'];
/** A bot may set one reaction to a message. */
export const REACTIONS = 1;
export const UPLOAD_BYTES = 50 * 1024 * 1024;
export const DOWNLOAD_BYTES = 20 * 1024 * 1024;

export const CHAT_ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);
