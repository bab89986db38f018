// Routes about channels and messages.
import { GatewayIntentBits as Intent, MessageType, PermissionFlagsBits as Permission } from 'discord.js';
import { channelPayload } from '../payloads.ts';
import { answeredBy } from '../person-message.ts';
import { invalidForm, missingAccess, missingPermissions, notOurMessage } from '../refusal.ts';
import { type Asking, nothing, ok, type Route } from '../route.ts';
import type { Inspection } from '../rules/inspection.ts';
import { afterwards, inspectMessage } from '../rules/messages.ts';
import type { SentMessage } from '../sent-message.ts';
import type { MessageBody } from '../shapes.ts';
import type { State } from '../state.ts';
import { seen } from '../visibility.ts';
import { botPermissions, type Channel, mayPost } from '../world.ts';

const CHANNEL = '/channels/{channel_id}';
const MESSAGES = `${CHANNEL}/messages`;
const MESSAGE = `${MESSAGES}/{message_id}`;

function channelOf({ state, parameters: [id] }: Asking): Channel {
  const channel = state.world.channel(id);
  if (!(botPermissions(channel) & Permission.ViewChannel)) throw missingAccess();
  return channel;
}

const messageOf = (asking: Asking): SentMessage =>
  asking.state.messages.find(channelOf(asking), asking.parameters[1]);

function ownMessageOf(asking: Asking): SentMessage {
  const message = messageOf(asking);
  if (message.author.id !== asking.state.world.bot.id) throw notOurMessage();
  return message;
}

/** Over REST there is content only for those who also get it over the gateway. */
function seenOverRest(state: State, message: SentMessage) {
  const sessions = [...state.gateway.sessions.values()];
  const all = sessions.every(({ intents }) => (intents & Intent.MessageContent) !== 0);
  return seen(message, state.world.bot, all ? Intent.MessageContent : 0);
}

/** The message that a body replies to: undefined where it replies to none, null where it is gone. */
function repliedOf({ state, body, parameters: [id] }: Asking): SentMessage | null | undefined {
  const reference = (body as MessageBody).message_reference;
  if (!reference?.message_id) return undefined;
  const message = state.messages.get(reference.message_id);
  return message && !message.deleted && message.channel.id === id ? message : null;
}

function inspectPost(inspection: Inspection, asking: Asking): void {
  const body = asking.body as MessageBody;
  inspectMessage(inspection, '', 'create', body);
  if (repliedOf(asking) === null && body.message_reference?.fail_if_not_exists !== false)
    inspection.refuse('message_reference', 'Unknown message', 'REPLIES_UNKNOWN_MESSAGE');
}

function post(asking: Asking): SentMessage {
  const { state } = asking;
  const channel = channelOf(asking);
  if (!mayPost(channel)) throw missingPermissions();
  const body = asking.body as MessageBody;
  const known = body.enforce_nonce && body.nonce ? state.messages.ofNonce(body.nonce) : undefined;
  if (known) return known;
  const replied = repliedOf(asking) ?? undefined;
  const message = state.messages.post({
    ...afterwards(body),
    channel,
    author: state.world.bot,
    nonce: body.nonce,
    type: replied ? MessageType.Reply : MessageType.Default,
    replied,
    reference: replied && {
      message_id: replied.id,
      channel_id: channel.id,
      guild_id: channel.guild?.id,
    },
  });
  answeredBy(message, state.personMessages)?.add(message);
  return message;
}

/** What a page of a channel's messages holds at most, and where nothing is asked for. */
const PAGE = { most: 100, usual: 50 };

/** The next messages after an id, the newest first; none for those who may not read what was said. */
function history(asking: Asking): SentMessage[] {
  const { state, query } = asking;
  const channel = channelOf(asking);
  const limit = Number(query.get('limit') ?? PAGE.usual);
  if (!(limit >= 1 && limit <= PAGE.most)) throw invalidForm('limit');
  if (!(botPermissions(channel) & Permission.ReadMessageHistory)) return [];
  const after = query.get('after');
  const all = state.messages.inChannel(channel).filter(({ ephemeral }) => !ephemeral);
  const page =
    after === null ? all.slice(-limit) : all.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit);
  return page.reverse();
}

export const CHANNEL_ROUTES: Route[] = [
  {
    method: 'GET',
    path: CHANNEL,
    authorised: true,
    run: (asking) => ok(channelPayload(channelOf(asking), asking.state.world.bot)),
  },
  {
    method: 'POST',
    path: `${CHANNEL}/typing`,
    authorised: true,
    run: (asking) => {
      asking.state.typing.push({ channel: channelOf(asking), at: asking.state.now() });
      return nothing;
    },
  },
  {
    method: 'GET',
    path: MESSAGES,
    authorised: true,
    run: (asking) => ok(history(asking).map((message) => seenOverRest(asking.state, message))),
  },
  {
    method: 'POST',
    path: MESSAGES,
    authorised: true,
    posts: true,
    inspect: inspectPost,
    run: (asking) => ok(post(asking).payload()),
  },
  {
    method: 'GET',
    path: MESSAGE,
    authorised: true,
    run: (asking) => ok(seenOverRest(asking.state, messageOf(asking))),
  },
  {
    method: 'PATCH',
    path: MESSAGE,
    authorised: true,
    inspect: (inspection, asking) =>
      inspectMessage(inspection, '', 'edit', asking.body as MessageBody, ownMessageOf(asking)),
    run: (asking) => {
      const message = ownMessageOf(asking);
      asking.state.messages.edit(message, asking.body as MessageBody);
      return ok(message.payload());
    },
  },
  {
    method: 'DELETE',
    path: MESSAGE,
    authorised: true,
    run: (asking) => {
      const message = messageOf(asking);
      const mayDelete = botPermissions(message.channel) & Permission.ManageMessages;
      if (message.author.id !== asking.state.world.bot.id && !mayDelete) throw missingPermissions();
      asking.state.messages.remove(message);
      return nothing;
    },
  },
];
