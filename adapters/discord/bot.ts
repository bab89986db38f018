// Discord: connects, registers the commands, hands every request to the core.
import type { Chat, ChatStore, Clock, Incoming, Log, PresenceListener } from '#core';
import { connectPoster } from '../connect-poster.ts';
import type { Dropped } from '../dropped-events.ts';
import { reasonOf } from '../network-reason.ts';
import {
  commandFrom,
  completionFrom,
  formFrom,
  isForBot,
  menuFrom,
  pressFrom,
  questionFrom,
} from './decode.ts';
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
import { type Answerable, InteractionResponder } from './interaction-responder.ts';
import { MessageResponder } from './message-responder.ts';
import { posterFor } from './poster.ts';
import { type Dispatch, tellPresence } from './presence.ts';
import { register } from './register.ts';
import { modalFor } from './rendering/form.ts';
import { forgetLimitsOfAnotherTime } from './sending/rate-limit-wait.ts';

/** What the adapter is started with. */
export interface DiscordOptions {
  token: string;
  chat: Chat;
  store: Pick<ChatStore, 'registrations'>;
  /** What is sent without being asked for, and what is told of the bot's standing. */
  digests: PresenceListener;
  log: Log;
  time: Clock;
  /** Prints for the person who starts the program that the gateway cannot be reached yet. */
  announce?: (sentence: string) => void;
  /** How many connections share the guilds; `auto` as many as Discord recommends. */
  shards: number | 'auto';
  /** Address of the REST interface, without version; Discord's own where undefined. */
  apiUrl?: string;
}

/** A running adapter. */
export interface Discord {
  /** The address with which the bot is invited to a guild. */
  inviteUrl: string;
  /** Resolves with one sentence when Discord has closed the connection for good; outages are waited for and end by themselves. */
  ended: Promise<string>;
  /** Leaves the gateway; resolves when the digests under way are sent. */
  stop(): Promise<void>;
}

/** The adapter, or one sentence why Discord will not have it. */
export type DiscordStart = { ok: true; discord: Discord } | { ok: false; reason: string };

/**
 * Connects to Discord and serves until stopped. The commands are registered meanwhile.
 * @throws where Discord cannot be reached now
 */
export async function startDiscord(options: DiscordOptions): Promise<DiscordStart> {
  const { token, digests, log, time, shards, apiUrl, announce = () => {} } = options;
  const { client, dropped } = guardedClient({ shards, apiUrl, log, announce });
  forgetLimitsOfAnotherTime(client.rest, time);
  const commandIds = new Map<string, string>();
  const failed = (error: Error) =>
    log.error({ err: unexpected(error) }, 'the connection to Discord had an error');
  client.on(Events.Error, failed); // errors of connections are told by those who watch them
  client.on(Events.Warn, (warning) => log.warn({}, warning));
  serve(client, commandIds, options, dropped);
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
  const leave = connectPoster(digests, posterFor(client, commandIds, log), ended, log);
  const stop = async () => {
    await Promise.all([leave(), client.destroy()]); // requests under way need no gateway
  };
  return { ok: true, discord: { inviteUrl: inviteUrl(client), ended, stop } };
}

/** Connects; resolves with the reason where Discord will not have the bot. */
async function connect(client: Client, token: string): Promise<string | undefined> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token); // a client whose login fails ends itself
  } catch (error) {
    const reason = finalReason(error);
    if (reason === undefined) throw unreachable(error);
    return reason;
  }
  await ready;
  return undefined;
}

/** The error for a start that failed, where trying again may help. Its deepest message is what a person is told. */
function unreachable(error: unknown): Error {
  const until = sessionsBegin(String(error));
  const words =
    until === undefined
      ? reasonOf(error)
      : `it lets the bot connect no more before ${until}, since it did so too often`;
  return new Error(`Discord could not be reached (${words})`, {
    cause: until === undefined ? error : new Error(words),
  });
}

/** When the library may begin sessions again, where it says that none is left. */
function sessionsBegin(sentence: string): string | undefined {
  const [, until] = sentence.split('resets at ');
  return sentence.includes('Not enough sessions remaining') ? until : undefined;
}

/** Resolves with the reason when a connection is closed that must not be opened again, or nothing more can be sent. */
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

function serve(
  client: Client,
  commandIds: ReadonlyMap<string, string>,
  { chat, digests, log }: DiscordOptions,
  dropped: Dropped,
): void {
  const guarded =
    <Event>(kind: string, handle: (event: Event) => Promise<void>) =>
    (event: Event): void => {
      handle(event).catch((error: unknown) => dropped.note(kind, unexpected(error)));
    };
  client.on(Events.Raw, (dispatch: Dispatch) => noteOrigin(client, dispatch));
  client.on(
    Events.Raw,
    guarded('what tells of the bot’s standing', (dispatch: Dispatch) =>
      tellPresence(dispatch, client.user?.id ?? '', digests),
    ),
  );
  client.on(
    Events.MessageCreate,
    guarded('a message', async (message: Message) => {
      if (!client.user || !isForBot(message, client.user.id)) return;
      const { channel } = message;
      if (channel.isThread() && channel.parentId === null) await channel.fetch(); // it was archived, its parent decides who may ask
      await chat.receive(questionFrom(message), new MessageResponder(message, commandIds));
    }),
  );
  client.on(
    Events.InteractionCreate,
    guarded('an interaction', async (interaction: Interaction) => {
      if (interaction.isAutocomplete()) {
        const suggestions = await chat.complete(completionFrom(interaction));
        await interaction
          .respond(suggestions.map(({ label, value }) => ({ name: label, value })))
          .catch((error: unknown) => log.warn(deliveryAfter(error), 'suggestions did not arrive'));
        return;
      }
      const incoming = incomingFrom(interaction);
      const form = incoming && chat.form(incoming);
      if (form && interaction.isMessageComponent())
        await interaction
          .showModal(modalFor(form)) // nothing else may be answered before it
          .catch((error: unknown) => log.warn(deliveryAfter(error), 'a form did not arrive'));
      else if (incoming)
        await chat.receive(
          incoming,
          new InteractionResponder(interaction as Answerable, chat.expect(incoming), commandIds),
        );
    }),
  );
}

function incomingFrom(interaction: Interaction): Incoming | undefined {
  if (interaction.isChatInputCommand()) return commandFrom(interaction);
  if (interaction.isMessageContextMenuCommand()) return menuFrom(interaction);
  if (interaction.isModalSubmit()) return formFrom(interaction);
  return interaction.isMessageComponent() ? pressFrom(interaction) : undefined;
}
