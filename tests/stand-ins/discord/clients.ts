// Real clients connected to the stand-in, for the tests of the stand-in itself.
import { once } from 'node:events';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type BaseInteraction,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Message,
  Partials,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js';
import { type Discord, type DiscordOptions, type Person, startDiscord } from './index.ts';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
export const WAIT_MS = 4000;
export const GUILD = '200000000000000001';
export const GENERAL = '300000000000000001';
export const QUIET = '300000000000000002';
export const THREAD = '300000000000000003';
export const OWNER: Person = { id: '400000000000000001', name: 'Owner', locale: 'zh-CN' };
export const MEMBER: Person = { id: '400000000000000002', name: 'Member' };
export const MANAGER: Person = {
  id: '400000000000000003',
  name: 'Manager',
  permissions: PermissionFlagsBits.ManageGuild,
};
export const NO_PINGS = { parse: [] };

export const COMMANDS = [
  {
    name: 'ask',
    description: 'Ask the reports',
    name_localizations: { 'zh-CN': '提问' },
    options: [
      {
        type: ApplicationCommandOptionType.String as const,
        name: 'question',
        description: 'What you want to know',
        required: true,
        autocomplete: true,
      },
      { type: ApplicationCommandOptionType.Boolean as const, name: 'private', description: 'Only for you' },
    ],
  },
  {
    name: 'settings',
    description: 'How the bot behaves here',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  },
  { name: 'Check quote', type: ApplicationCommandType.Message as const },
];

/** One guild with an owner, a channel with a thread, and one where the bot may not write. */
const OPTIONS: DiscordOptions = {
  people: [OWNER, MEMBER, MANAGER],
  guilds: [
    {
      id: GUILD,
      name: 'Town hall',
      owner: OWNER,
      locale: 'zh-CN',
      channels: [
        { id: GENERAL, name: 'general', threads: [{ id: THREAD, name: 'a thread' }] },
        { id: QUIET, name: 'quiet', botDenied: PermissionFlagsBits.SendMessages },
      ],
    },
  ],
};

const running: { discords: Discord[]; clients: Client[] } = { discords: [], clients: [] };

export async function start(options: DiscordOptions = {}): Promise<Discord> {
  const discord = await startDiscord({ ...OPTIONS, ...options });
  running.discords.push(discord);
  return discord;
}

/** A client on its way to the stand-in. */
export function clientOf(discord: Discord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { ...NO_PINGS, repliedUser: false },
    ...options,
    rest: { api: discord.apiUrl, offset: 0, ...options.rest },
  });
  running.clients.push(client);
  return client;
}

/** The client's next event. */
export async function coming<T>(client: Client, event: string): Promise<T> {
  const [value] = await once(client, event, { signal: AbortSignal.timeout(WAIT_MS) });
  return value as T;
}

export const nextInteraction = <T extends BaseInteraction>(client: Client) =>
  coming<T>(client, Events.InteractionCreate);
export const nextMessage = (client: Client) => coming<Message>(client, Events.MessageCreate);

/** A client that is logged in and ready. */
export async function connect(discord: Discord, options?: Partial<ClientOptions>): Promise<Client<true>> {
  const client = clientOf(discord, options);
  const ready = coming<Client<true>>(client, Events.ClientReady);
  await client.login(discord.token);
  return ready;
}

export const textChannel = (client: Client, id = GENERAL) => client.channels.cache.get(id) as TextChannel;

/** Ends all clients and stand-ins that were started here. */
export async function stop(): Promise<void> {
  await Promise.all(running.clients.splice(0).map((client) => client.destroy()));
  await Promise.all(running.discords.splice(0).map((discord) => discord.close()));
}
