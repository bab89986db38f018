// Rules for messages that are sent or edited. An edit is checked by the message that results.
import { ComponentType, MessageFlags } from 'discord.js';
import { MESSAGE } from '../limits.ts';
import { allNested, type Component, type Embed, type MessageBody } from '../shapes.ts';
import { inspectComponents } from './components.ts';
import { inspectEmbeds } from './embeds.ts';
import { type Inspection, inPath } from './inspection.ts';

/** By which request the message comes. */
export type MessageKind = 'create' | 'edit' | 'response' | 'update' | 'follow-up' | 'webhook edit';

/** What a message holds, also before it is edited. */
export interface Content {
  content: string;
  embeds: readonly Embed[];
  components: readonly Component[];
  flags: number;
}

const EVERYWHERE = ['content', 'embeds', 'allowed_mentions', 'components', 'attachments', 'flags'];
/** discord.js sends these with every message, as false where they mean nothing. */
const BY_LIBRARY = ['tts', 'enforce_nonce'];
const COMMON = [...EVERYWHERE, ...BY_LIBRARY];
const FIELDS: Record<MessageKind, ReadonlySet<string>> = {
  create: new Set([...COMMON, 'nonce', 'message_reference', 'sticker_ids', 'poll', 'shared_client_theme']),
  edit: new Set([...COMMON, 'sticker_ids']),
  response: new Set([...COMMON, 'poll']),
  update: new Set([...COMMON, 'poll']),
  'follow-up': new Set([...COMMON, 'username', 'avatar_url', 'thread_name', 'applied_tags', 'poll']),
  'webhook edit': new Set([...COMMON, 'poll']),
};

const SENDING_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2;
/** Flags that a new message may be given; edits silently ignore all but two. */
const NEW_FLAGS: Partial<Record<MessageKind, number>> = {
  create: SENDING_FLAGS,
  response: SENDING_FLAGS | MessageFlags.Ephemeral,
  'follow-up': SENDING_FLAGS | MessageFlags.Ephemeral,
};

export const isV2 = (flags: number): boolean => (flags & MessageFlags.IsComponentsV2) !== 0;

/** What the message holds once the body has been applied: what the body leaves out stays. */
export const afterwards = (body: MessageBody, before?: Content): Content => ({
  content: (body.content === undefined ? before?.content : body.content) ?? '',
  embeds: (body.embeds === undefined ? before?.embeds : body.embeds) ?? [],
  components: (body.components === undefined ? before?.components : body.components) ?? [],
  flags: body.flags ?? before?.flags ?? 0,
});

/** A rule of this project: nothing that the bot says ever pings anybody. */
function inspectMentions(inspection: Inspection, path: string, body: MessageBody): void {
  const components = allNested(Array.isArray(body.components) ? body.components : []);
  const carriesText =
    body.content || body.embeds?.length || components.some(({ type }) => type === ComponentType.TextDisplay);
  const parse = body.allowed_mentions?.parse;
  if (carriesText && (!Array.isArray(parse) || parse.length > 0))
    inspection.remark(inPath(path, 'allowed_mentions'), 'A text comes without { parse: [] }.');
}

function inspectFlags(
  inspection: Inspection,
  path: string,
  kind: MessageKind,
  flags: number,
  before = 0,
): void {
  const strange = flags & ~(NEW_FLAGS[kind] ?? -1);
  if (strange !== 0) inspection.remark(path, `These flags cannot be set here: ${strange}.`);
  if (isV2(before) && !isV2(flags))
    inspection.refuse(path, 'The flag of components v2 cannot be removed.', 'MESSAGE_FLAGS_V2_REMOVED');
}

function inspectNonce(inspection: Inspection, path: string, nonce: unknown): void {
  if (typeof nonce === 'string') inspection.text(path, nonce, MESSAGE.nonce, 0);
  else if (nonce !== undefined && nonce !== null && !Number.isInteger(nonce))
    inspection.refuse(path, 'Must be a text or a whole number.', 'NONCE_TYPE');
}

/** With components v2 there is nothing but components. */
function inspectV2(inspection: Inspection, path: string, body: MessageBody, after: Content): void {
  const legacy = {
    content: after.content !== '',
    embeds: after.embeds.length > 0,
    poll: Boolean(body.poll),
    sticker_ids: Boolean(body.sticker_ids?.length),
  };
  for (const [field, used] of Object.entries(legacy))
    if (used)
      inspection.refuse(
        inPath(path, field),
        'Cannot be used together with components v2.',
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      );
}

/** Inspects a message; `before` is what it holds already where it is edited. */
export function inspectMessage(
  inspection: Inspection,
  path: string,
  kind: MessageKind,
  body: MessageBody,
  before?: Content,
): void {
  inspection.fields(path, body, FIELDS[kind]);
  if (body.flags !== undefined && body.flags !== null)
    inspectFlags(inspection, inPath(path, 'flags'), kind, body.flags, before?.flags);
  if (kind === 'create') inspectNonce(inspection, inPath(path, 'nonce'), body.nonce);
  inspection.optionalText(inPath(path, 'content'), body.content, MESSAGE.content, 0);
  inspectEmbeds(inspection, inPath(path, 'embeds'), body.embeds ?? []);
  inspectMentions(inspection, path, body);
  const after = afterwards(body, before);
  inspectComponents(inspection, inPath(path, 'components'), after.components, isV2(after.flags));
  if (isV2(after.flags)) inspectV2(inspection, path, body, after);
  const empty =
    !after.content.trim() &&
    after.embeds.length === 0 &&
    after.components.length === 0 &&
    !body.poll &&
    !body.sticker_ids?.length &&
    !body.attachments?.length;
  if (empty) inspection.refuse(path, 'Cannot send an empty message', 'EMPTY_MESSAGE');
}
