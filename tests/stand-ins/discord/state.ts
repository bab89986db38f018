// What all parts of the stand-in share: world, messages, interactions, clock and gateway.
import { GatewayIntentBits as Intent } from 'discord.js';
import type { CommandBook } from './command-book.ts';
import type { Files } from './files.ts';
import type { Gateway } from './gateway.ts';
import type { Interactions } from './interactions.ts';
import type { Messages } from './messages.ts';
import { botMemberPayload, memberPayload, rolePayload } from './payloads.ts';
import type { PersonMessage } from './person-message.ts';
import type { Json } from './shapes.ts';
import type { Snowflakes } from './snowflakes.ts';
import type { Waits } from './waits.ts';
import type { Author, Channel, Guild, World } from './world.ts';

export interface State {
  token: string;
  application: { id: string; name: string };
  world: World;
  waits: Waits;
  snowflakes: Snowflakes;
  gateway: Gateway;
  messages: Messages;
  interactions: Interactions;
  commands: CommandBook;
  files: Files;
  /** What people wrote, and how it was answered. */
  personMessages: PersonMessage[];
  /** When the bot was seen typing. */
  typing: { channel: Channel; at: number }[];
  responseDeadlineMs: number;
  /** Milliseconds since 1970. */
  now(): number;
}

/** The guild member of an author; dispatches the role that had to be created for it. */
export function memberOf(state: State, author: Author, guild: Guild): Json {
  const { world, gateway } = state;
  if (author.bot) return botMemberPayload(guild);
  const { roles, made } = world.rolesOf(author, guild);
  if (made)
    gateway.dispatch({
      type: 'GUILD_ROLE_CREATE',
      guild,
      intents: Intent.Guilds,
      data: () => ({ guild_id: guild.id, role: rolePayload(made, guild, world.bot) }),
    });
  return memberPayload(roles);
}
