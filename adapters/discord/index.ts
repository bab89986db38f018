// Discord: connects, registers the commands, hands every request to the core.
import type { Chat, ChatStore, Incoming, Log } from '#core';
import { hashOf, registrationOf } from './commands.ts';
import { commandFrom, completionFrom, menuFrom, pressFrom, questionFrom } from './decode.ts';
import { closeReason, finalReason } from './errors.ts';
import {
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Options,
  Partials,
} from './library.ts';
import { type Answerable, InteractionOutlet, MessageOutlet } from './outlet.ts';

/** What the adapter is started with. */
export interface DiscordOptions {
  token: string;
  chat: Chat;
  store: Pick<ChatStore, 'registrations'>;
  log: Log;
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
  /** Leaves the gateway. */
  stop(): Promise<void>;
}

/** The adapter, or one sentence why Discord will not have it. */
export type DiscordStart = { ok: true; discord: Discord } | { ok: false; reason: string };

/** Messages are answered as they come; only their ids are needed later. */
const KEPT_MESSAGES = 0;
const KEPT_PEOPLE = 200;

/** Connects to Discord and serves until stopped. */
export async function startDiscord(options: DiscordOptions): Promise<DiscordStart> {
  const { token, log } = options;
  const client = clientFor(options);
  const commandIds = new Map<string, string>();
  client.on(Events.Error, (error) => log.error({ err: error }, 'the connection to Discord had an error'));
  client.on(Events.Warn, (warning) => log.warn({}, warning));
  serve(client, commandIds, options);
  const ended = closedForGood(client);
  try {
    const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
    const refused = ended.then((reason): never => {
      throw new Refusal(reason);
    });
    await Promise.race([client.login(token).then(() => ready), refused]);
  } catch (error) {
    await client.destroy();
    const reason = error instanceof Refusal ? error.message : finalReason(error);
    if (reason) return { ok: false, reason };
    throw new Error('Discord could not be reached', { cause: error });
  }
  try {
    await register(client, commandIds, options);
  } catch (error) {
    log.error(
      { err: error },
      'the commands could not be registered with Discord; the next start tries again',
    );
  }
  return { ok: true, discord: { inviteUrl: inviteUrl(client), ended, stop: () => client.destroy() } };
}

/** Discord closed the connection and says why. */
class Refusal extends Error {}

/** Resolves with the reason when a connection is closed that must not be opened again. */
function closedForGood(client: Client): Promise<string> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const reason = closeReason(code);
      if (reason) resolve(reason);
    });
  });
}

function clientFor({ shards, apiUrl }: DiscordOptions): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel], // private chats are not known before their first message
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: KEPT_MESSAGES,
      GuildMemberManager: {
        maxSize: KEPT_PEOPLE,
        keepOverLimit: ({ user }) => user.id === user.client.user.id,
      },
      UserManager: { maxSize: KEPT_PEOPLE, keepOverLimit: (user) => user.id === user.client.user.id },
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
    }),
    ...(shards === 'auto' ? { shards } : { shardCount: shards, shards: [...Array(shards).keys()] }),
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
  });
}

/** Tells Discord our commands where they are not what it was told last, and notes their ids. */
async function register(
  client: Client,
  commandIds: Map<string, string>,
  { chat, store, log }: DiscordOptions,
): Promise<void> {
  const { application } = client;
  if (!application) throw new Error('Discord named no application');
  const registration = registrationOf(chat.commands);
  const hash = hashOf(registration);
  const platform = `discord:${application.id}`;
  const note = (commands: Iterable<[string, { id: string; name: string }]>) => {
    for (const [, { id, name }] of commands) commandIds.set(name, id);
  };
  if ((await store.registrations.get(platform)) === hash) {
    const known = await application.commands.fetch();
    if (known.size === registration.length) return note(known);
  }
  const set = await application.commands.set(registration as Parameters<typeof application.commands.set>[0]);
  await store.registrations.set(platform, hash);
  log.info({ commands: set.size }, 'the commands were registered with Discord');
  note(set);
}

/** View channels, send messages, send in threads, embed links, read history. */
const INVITE_PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 14n) | (1n << 16n);

const inviteUrl = ({ application }: Client): string =>
  `https://discord.com/oauth2/authorize?client_id=${application?.id}&scope=bot+applications.commands&permissions=${INVITE_PERMISSIONS}`;

function serve(client: Client, commandIds: ReadonlyMap<string, string>, { chat, log }: DiscordOptions): void {
  const guarded =
    <Event>(handle: (event: Event) => Promise<void>) =>
    (event: Event): void => {
      handle(event).catch((error: unknown) =>
        log.error({ err: error }, 'an event of Discord was not handled'),
      );
    };
  client.on(
    Events.MessageCreate,
    guarded(async (message: Message) => {
      const incoming = client.user ? questionFrom(message, client.user.id) : undefined;
      if (!incoming) return;
      if ('sendTyping' in message.channel) message.channel.sendTyping().catch(() => {}); // a courtesy
      await chat.receive(incoming, new MessageOutlet(message, commandIds));
    }),
  );
  client.on(
    Events.InteractionCreate,
    guarded(async (interaction: Interaction) => {
      if (interaction.isAutocomplete()) {
        const suggestions = await chat.complete(completionFrom(interaction));
        await interaction.respond(suggestions.map(({ label, value }) => ({ name: label, value })));
        return;
      }
      const incoming = incomingFrom(interaction);
      if (incoming)
        await chat.receive(
          incoming,
          new InteractionOutlet(interaction as Answerable, chat.expect(incoming), commandIds),
        );
    }),
  );
}

function incomingFrom(interaction: Interaction): Incoming | undefined {
  if (interaction.isChatInputCommand()) return commandFrom(interaction);
  if (interaction.isMessageContextMenuCommand()) return menuFrom(interaction);
  return interaction.isMessageComponent() ? pressFrom(interaction) : undefined;
}
