// Builds the shared state from the options of a test.
import { GatewayIntentBits as Intent } from 'discord.js';
import { CommandBook } from './command-book.ts';
import { Files } from './files.ts';
import { Gateway, type Occasion, type Session } from './gateway.ts';
import { Interactions } from './interactions.ts';
import { RESPONSE_DEADLINE_MS } from './limits.ts';
import { Messages } from './messages.ts';
import { guildPayload, userPayload } from './payloads.ts';
import type { RateLimitOptions } from './rate-limits.ts';
import { Snowflakes } from './snowflakes.ts';
import type { State } from './state.ts';
import { Waits } from './waits.ts';
import { type Author, type GuildOptions, type Person, World } from './world.ts';

export interface DiscordOptions {
  token?: string;
  application?: { id: string; name: string };
  /** The bot's account; its id is not the application's. */
  bot?: { id: string; name: string };
  guilds?: GuildOptions[];
  /** People whom mentions and direct messages find before they have done anything. */
  people?: Person[];
  heartbeatMs?: number;
  /** Intents that the application was not granted. */
  disallowedIntents?: number;
  shardingRequired?: boolean;
  /** Discord's limits on how often; none where not given. */
  rateLimits?: true | RateLimitOptions;
  /** How soon an interaction wants its first answer. */
  responseDeadlineMs?: number;
  /** Milliseconds since 1970; what counts for ids, deadlines and rate limits. */
  now?: () => number;
}

const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAx.stand-in.token-of-the-bot';
const HEARTBEAT_MS = 41_250;

/** READY with all guilds unavailable, then each guild. */
function greeting(state: State, { id, shard }: Session): Occasion[] {
  const { world, application, gateway } = state;
  const guilds = [...world.guilds.values()];
  const ready = {
    v: 10,
    user: { ...userPayload(world.bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
    application: { id: application.id, flags: 0 },
    session_id: id,
    resume_gateway_url: gateway.url,
    shard,
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
  };
  return [
    { type: 'READY', intents: 0, data: () => ready },
    ...guilds.map((guild) => ({
      type: 'GUILD_CREATE',
      guild,
      intents: Intent.Guilds,
      data: () => guildPayload(guild, world.bot),
    })),
  ];
}

export function createState(options: DiscordOptions): State {
  const now = options.now ?? Date.now;
  const application = options.application ?? { id: '100000000000000001', name: 'Stand-in' };
  const bot: Author = { ...(options.bot ?? { id: '100000000000000002', name: 'Stand-in' }), bot: true };
  const token = options.token ?? TOKEN;
  const waits = new Waits();
  const snowflakes = new Snowflakes(now);
  const state = {
    token,
    application,
    waits,
    snowflakes,
    files: new Files(snowflakes),
    world: new World(bot, options.guilds ?? [], snowflakes),
    commands: new CommandBook(application.id, snowflakes),
    personMessages: [],
    typing: [],
    responseDeadlineMs: options.responseDeadlineMs ?? RESPONSE_DEADLINE_MS,
    now,
  } as unknown as State; // the rest needs the state itself
  state.gateway = new Gateway(
    {
      token,
      heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
      disallowedIntents: options.disallowedIntents ?? 0,
      shardingRequired: options.shardingRequired ?? false,
      greet: (session) => greeting(state, session),
    },
    waits,
  );
  state.messages = new Messages(state);
  state.interactions = new Interactions(state);
  for (const person of options.people ?? []) state.world.meet(person);
  return state;
}
