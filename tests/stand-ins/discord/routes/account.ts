// Routes about the bot itself: account, application, commands, gateway address.
import { channelPayload, guildPayload, userPayload } from '../payloads.ts';
import { unknownChannel, unknownUser } from '../refusal.ts';
import { type Asking, ok, type Route } from '../route.ts';
import { inspectCommands } from '../rules/commands.ts';
import type { Inspection } from '../rules/inspection.ts';
import type { Command, Json } from '../shapes.ts';
import type { State } from '../state.ts';

const IDENTIFIES_PER_DAY = 1000;
const DAY_MS = 86_400_000;

const account = ({ world }: State): Json => ({
  ...userPayload(world.bot),
  verified: true,
  mfa_enabled: false,
  locale: 'en-US',
  flags: 0,
});

const application = ({ application: { id, name }, world }: State): Json => ({
  id,
  name,
  icon: null,
  description: '',
  summary: '',
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  owner: userPayload({ id: '100000000000000000', name: 'Developer' }),
  team: null,
  bot: userPayload(world.bot),
  integration_types_config: { '0': {}, '1': {} },
});

const gateway = ({ gateway: { url, identified } }: State): Json => ({
  url,
  shards: 1,
  session_start_limit: {
    total: IDENTIFIES_PER_DAY,
    remaining: IDENTIFIES_PER_DAY - identified.length,
    reset_after: DAY_MS,
    max_concurrency: 1,
  },
});

const inspectAll = (inspection: Inspection, { body }: Asking) => {
  if (Array.isArray(body)) inspectCommands(inspection, body as Command[]);
  else inspection.refuse('', 'Only lists are allowed.', 'LIST_TYPE_CONVERT');
};

/** Opens the conversation with a person. */
function openDirect({ state: { world }, body }: Asking): Json {
  const { recipient_id } = (body ?? {}) as { recipient_id?: string };
  const person = world.people.get(recipient_id ?? '');
  if (!person || person.bot) throw unknownUser();
  return channelPayload(world.directChannel(person), world.bot);
}

/** A guild as a response, without the fields that only its event has. */
function guildOf({ state: { world }, parameters: [id] }: Asking): Json {
  const guild = world.guilds.get(id);
  if (!guild) throw unknownChannel();
  const { channels: _, threads: __, members: ___, ...told } = guildPayload(guild, world.bot);
  return told;
}

const COMMANDS = '/applications/{application_id}/commands';
const GUILD_COMMANDS = '/applications/{application_id}/guilds/{guild_id}/commands';

const bot = (method: string, path: string, run: (asking: Asking) => unknown): Route => ({
  method,
  path,
  authorised: true,
  run: (asking) => ok(run(asking)),
});

export const ACCOUNT_ROUTES: Route[] = [
  bot('GET', '/gateway/bot', ({ state }) => gateway(state)),
  bot('GET', '/users/@me', ({ state }) => account(state)),
  bot('GET', '/applications/@me', ({ state }) => application(state)),
  bot('GET', '/oauth2/applications/@me', ({ state }) => application(state)),
  bot('POST', '/users/@me/channels', openDirect),
  bot('GET', '/guilds/{guild_id}', guildOf),
  bot('GET', COMMANDS, ({ state }) => state.commands.in()),
  bot('GET', GUILD_COMMANDS, ({ state, parameters: [, guild] }) => state.commands.in(guild)),
  {
    ...bot('PUT', COMMANDS, ({ state, body }) => state.commands.replace(body as Command[])),
    inspect: inspectAll,
  },
  {
    ...bot('PUT', GUILD_COMMANDS, ({ state, parameters: [, guild], body }) =>
      state.commands.replace(body as Command[], guild),
    ),
    inspect: inspectAll,
  },
];
