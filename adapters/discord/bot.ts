// A running Discord bot: connects, registers the commands, hands every request to the core.
import type { Chat, ChatStore, Clock, Log, PresenceListener } from '#core';
import { connectPoster } from '../connect-poster.ts';
import type { DroppedEvents } from '../dropped-events.ts';
import { reasonOf } from '../network-reason.ts';
import { completionFrom, isForBot, questionFrom, requestFrom } from './decode.ts';
import { noteOrigin } from './decoding/origin.ts';
import { type Client, Events, type Interaction, type Message, RESTEvents } from './discord-js.ts';
import {
  closeReason,
  deliveryAfter,
  finalReason,
  isRefusedToken,
  REFUSED_TOKEN,
  unexpected,
} from './errors.ts';
import { inviteUrl } from './gateway/client.ts';
import { guardedClient } from './gateway/guarded-client.ts';
import { posterFor } from './poster.ts';
import { type Dispatch, notifyPresence } from './presence.ts';
import { register } from './register.ts';
import { modalFor } from './rendering/form.ts';
import { type Answerable, InteractionResponder, MessageResponder } from './responder.ts';
import { resetLimitsWhenClockIsSetBack } from './sending/rate-limit-wait.ts';

export interface DiscordOptions {
  token: string;
  chat: Chat;
  store: Pick<ChatStore, 'registrations'>;
  digests: PresenceListener;
  log: Log;
  time: Clock;
  /** Prints for the person who starts the program that the gateway cannot be reached yet. */
  announce?: (sentence: string) => void;
  /** How many connections share the guilds; `auto` for as many as Discord recommends. */
  shards: number | 'auto';
  /** Address of the REST interface without version; Discord's own where undefined. */
  apiUrl?: string;
}

interface Discord {
  /** The address with which the bot is invited to a guild. */
  inviteUrl: string;
  /** Resolves with one sentence when Discord has closed the connection for good; outages are waited for. */
  ended: Promise<string>;
  /** Leaves the gateway; resolves when the digests under way are sent. */
  stop(): Promise<void>;
}

/** The bot, or one sentence why Discord refuses it. */
export type DiscordStart = { ok: true; discord: Discord } | { ok: false; reason: string };

/**
 * Connects to Discord and serves until stopped; registers the commands at the same time.
 * @throws where Discord cannot be reached now
 */
export async function startDiscord(options: DiscordOptions): Promise<DiscordStart> {
  const { token, digests, log, time, shards, apiUrl, announce = () => {} } = options;
  const { client, dropped } = guardedClient({ shards, apiUrl, log, announce });
  resetLimitsWhenClockIsSetBack(client.rest, time);
  const commandIds = new Map<string, string>();
  const failed = (error: Error) =>
    log.error({ err: unexpected(error) }, 'the connection to Discord had an error');
  client.on(Events.Error, failed); // errors of single connections are reported by the gateway watch
  client.on(Events.Warn, (warning) => log.warn({}, warning));
  handleEvents(client, commandIds, options, dropped);
  const ended = closedForGood(client);
  const reason = await Promise.race([connect(client, token), ended]);
  if (reason !== undefined) {
    await client.destroy();
    return { ok: false, reason };
  }
  register(client, commandIds, options).catch((error: unknown) =>
    log.error(
      { err: unexpected(error) },
      'the commands could not be registered with Discord; the next start tries again',
    ),
  );
  const disconnect = connectPoster(digests, posterFor(client, commandIds, log), ended, log);
  const stop = async () => {
    await Promise.all([disconnect(), client.destroy()]); // requests under way need no gateway
  };
  return { ok: true, discord: { inviteUrl: inviteUrl(client), ended, stop } };
}

/** Connects; resolves with the reason where Discord refuses the bot. */
async function connect(client: Client, token: string): Promise<string | undefined> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token); // a client whose login fails destroys itself
  } catch (error) {
    const reason = finalReason(error);
    if (reason === undefined) throw unreachable(error);
    return reason;
  }
  await ready;
  return undefined;
}

/** The error for a start that may succeed later; its innermost message is the one that is shown. */
function unreachable(error: unknown): Error {
  const until = sessionsAvailableAt(String(error));
  const words =
    until === undefined
      ? reasonOf(error)
      : `it lets the bot connect no more before ${until}, since it did so too often`;
  return new Error(`Discord could not be reached (${words})`, {
    cause: until === undefined ? error : new Error(words),
  });
}

/** When sessions may begin again, where the library says that none is left. */
function sessionsAvailableAt(message: string): string | undefined {
  const [, until] = message.split('resets at ');
  return message.includes('Not enough sessions remaining') ? until : undefined;
}

/**
 * Resolves with the reason when a connection is closed that must not be opened again, or the token is
 * refused.
 */
function closedForGood(client: Client): Promise<string> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const reason = closeReason(code);
      if (reason) resolve(reason);
    });
    client.rest.on(RESTEvents.Response, (request, response) => {
      if (isRefusedToken(request, response)) resolve(REFUSED_TOKEN);
    });
  });
}

type CommandIds = ReadonlyMap<string, string>;

function handleEvents(
  client: Client,
  commandIds: CommandIds,
  { chat, digests, log }: DiscordOptions,
  dropped: DroppedEvents,
): void {
  const guarded =
    <Event>(kind: string, handle: (event: Event) => Promise<void>) =>
    (event: Event): void => {
      handle(event).catch((error: unknown) => dropped.note(kind, unexpected(error)));
    };
  client.on(Events.Raw, (dispatch: Dispatch) => noteOrigin(client, dispatch));
  client.on(
    Events.Raw,
    guarded('an event on the bot’s presence', (dispatch: Dispatch) =>
      notifyPresence(dispatch, client.user?.id ?? '', digests),
    ),
  );
  client.on(
    Events.MessageCreate,
    guarded('a message', async (message: Message) => {
      if (!client.user || !isForBot(message, client.user.id)) return;
      const { channel } = message;
      // access depends on its parent, which archived threads lack
      if (channel.isThread() && channel.parentId === null) await channel.fetch();
      await chat.receive(questionFrom(message), new MessageResponder(message, commandIds));
    }),
  );
  client.on(
    Events.InteractionCreate,
    guarded('an interaction', (interaction: Interaction) =>
      handleInteraction(interaction, commandIds, { chat, log }),
    ),
  );
}

async function handleInteraction(
  interaction: Interaction,
  commandIds: CommandIds,
  { chat, log }: Pick<DiscordOptions, 'chat' | 'log'>,
): Promise<void> {
  if (interaction.isAutocomplete()) {
    const suggestions = await chat.complete(completionFrom(interaction));
    await interaction
      .respond(suggestions.map(({ label, value }) => ({ name: label, value })))
      .catch((error: unknown) => log.warn(deliveryAfter(error), 'suggestions did not arrive'));
    return;
  }
  const incoming = requestFrom(interaction);
  if (!incoming) return;
  const form = chat.form(incoming);
  if (form && interaction.isMessageComponent())
    await interaction
      .showModal(modalFor(form)) // must be the first response to the interaction
      .catch((error: unknown) => log.warn(deliveryAfter(error), 'a form did not arrive'));
  else
    await chat.receive(
      incoming,
      new InteractionResponder(interaction as Answerable, chat.expect(incoming), commandIds),
    );
}
