// The parameters of a request: from JSON, a form or the query, with nested JSON parsed and files as uploads.
import type { IncomingMessage } from 'node:http';
import { UPLOAD_BYTES } from './limits.ts';
import { badRequest, tooLarge } from './refusal.ts';
import type { Body } from './shapes.ts';
import { Upload } from './upload.ts';

/** Beside a file of the greatest size there may be this much of everything else. */
const MOST_BYTES = UPLOAD_BYTES + 1024 * 1024;

/** In forms everything is text; these are meant otherwise. */
const NUMBERS = new Set([
  'message_id',
  'message_thread_id',
  'direct_messages_topic_id',
  'user_id',
  'offset',
  'limit',
  'timeout',
  'cache_time',
  'max_connections',
  'video_start_timestamp',
]);
/** Numbers unless they name a chat by `@username`. */
const CHATS = new Set(['chat_id', 'from_chat_id']);
const BOOLEANS = new Set([
  'disable_notification',
  'protect_content',
  'show_alert',
  'is_personal',
  'is_big',
  'drop_pending_updates',
  'disable_content_type_detection',
  'show_caption_above_media',
  'allow_paid_broadcast',
  'return_bots',
]);
/** Taken as JSON inside of a text wherever they come from. */
const SERIALIZED = new Set([
  'entities',
  'caption_entities',
  'reply_markup',
  'reply_parameters',
  'link_preview_options',
  'results',
  'result',
  'button',
  'commands',
  'scope',
  'allowed_updates',
  'reaction',
  'suggested_post_parameters',
]);
const YES = new Set(['true', 'yes', '1']);

/** The whole body; undefined where the client went away before its end. */
export async function bytesOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += (chunk as Buffer).length;
      if (size <= MOST_BYTES) chunks.push(chunk as Buffer);
    }
  } catch {
    return undefined;
  }
  if (size > MOST_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

function unserialized(name: string, value: unknown): unknown {
  if (!SERIALIZED.has(name) || typeof value !== 'string' || value === '') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}

/** A value of a form as what it is meant to be. */
function meant(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if ((NUMBERS.has(name) || CHATS.has(name)) && /^-?\d+$/.test(value)) return Number(value);
  return BOOLEANS.has(name) ? YES.has(value.toLowerCase()) : value;
}

async function fromForm(bytes: Buffer<ArrayBuffer>, type: string): Promise<[string, unknown][]> {
  const form = await new Response(bytes, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => undefined);
  if (!form) throw badRequest("can't parse the form");
  const values: [string, unknown][] = [];
  for (const [name, value] of form)
    values.push([
      name,
      typeof value === 'string'
        ? value
        : new Upload(value.name, Buffer.from(await value.arrayBuffer()), value.type),
    ]);
  return values;
}

function fromJson(bytes: Buffer): [string, unknown][] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw badRequest("can't parse the request: no JSON");
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
    throw badRequest("can't parse the request: no JSON object");
  return Object.entries(parsed);
}

const plain = (values: Iterable<[string, unknown]>): [string, unknown][] =>
  [...values].map(([name, value]) => [name, meant(name, value)]);

/** `attach://name` names a file in another field of the form. */
function attached(values: [string, unknown][]): [string, unknown][] {
  const files = new Map(values.filter(([, value]) => value instanceof Upload));
  const used = new Set<string>();
  const resolved = values.map(([name, value]): [string, unknown] => {
    const [, file] = /^attach:\/\/(.+)$/.exec(typeof value === 'string' ? value : '') ?? [];
    if (file === undefined || !files.has(file)) return [name, value];
    used.add(file);
    return [name, files.get(file)];
  });
  return resolved.filter(([name]) => !used.has(name));
}

/** All parameters of a request, those in the address first. */
export async function bodyOf(bytes: Buffer, type: string, query: URLSearchParams): Promise<Body> {
  const inAddress = plain(query);
  const inBody =
    bytes.length === 0
      ? []
      : type.startsWith('application/json')
        ? fromJson(bytes)
        : plain(
            type.startsWith('multipart/')
              ? attached(await fromForm(Buffer.from(bytes), type))
              : new URLSearchParams(bytes.toString('utf8')),
          );
  const all = [...inAddress, ...inBody].map(([name, value]) => [name, unserialized(name, value)]);
  return Object.fromEntries(all) as Body;
}
