// For the doctor: whether Discord accepts the token, and how the application is set up. Changes nothing.
import type { Clock } from '#core';
import { advice, type Finding, good, wrong } from '../finding.ts';
import { requestOnce } from '../platform-request.ts';
import { checkGateway } from './gateway/check.ts';

const DISCORD_API = 'https://discord.com/api';
/** Tokens consist of these characters; anything else was copied along. */
const TOKEN = /^[\w.-]+$/;

/**
 * Application flags: a privileged intent is switched on.
 * https://docs.discord.com/developers/resources/application
 */
const PRIVILEGED: [number, string][] = [
  [12, 'presence'],
  [13, 'presence'],
  [14, 'server members'],
  [15, 'server members'],
  [18, 'message content'],
  [19, 'message content'],
];

interface Application {
  name: string;
  flags?: number;
  interactions_endpoint_url?: string | null;
  approximate_guild_count?: number;
  /** Anybody may add the bot to their server. */
  bot_public?: boolean;
  /** By installation type; `1`: for a person, in any server. */
  integration_types_config?: Record<string, unknown> | null;
}

const USER_INSTALL = '1';

/** Whether strangers can install the bot in their own servers or accounts. */
function installFindings({
  bot_public,
  integration_types_config: installs,
}: Omit<Application, 'name'>): Finding[] {
  const ways = [
    ...(bot_public ? ['add the bot to a server (Public Bot on the Bot page)'] : []),
    ...(installs && USER_INSTALL in installs
      ? ['install it for themselves and use it in any server (User Install on the Installation page)']
      : []),
  ];
  if (ways.length === 0) return [];
  return [
    good(
      `Discord: anybody may ${ways.join(', or ')}; with ACCESS=closed it answers there once it is allowed.`,
    ),
  ];
}

const WRONG_TOKEN = wrong(
  'Discord does not accept DISCORD_TOKEN.',
  'Copy the token again from the Bot page of your application, or reset it there.',
);

/** Requests the bot's application from Discord and checks how it is set up. */
export async function checkDiscord(token: string, apiUrl: string, clock: Clock): Promise<Finding[]> {
  if (!TOKEN.test(token)) return [WRONG_TOKEN];
  const address = `${apiUrl || DISCORD_API}/v10/applications/@me`;
  const headers = { authorization: `Bot ${token}` };
  const response = await requestOnce({ platform: 'Discord', address, token, headers }, clock);
  if (!response.ok)
    return [
      wrong(
        `Discord cannot be reached (${response.reason}).`,
        'Check the network, a proxy or firewall, and DISCORD_API_URL.',
      ),
    ];
  if (response.status === 401) return [...response.clock, WRONG_TOKEN];
  const found = [...response.clock, ...answerFindings(response.status, response.body)];
  if (response.status !== 200 || !isApplication(response.body)) return found;
  const where = `${apiUrl || DISCORD_API}/v10/gateway/bot`;
  return [
    ...found,
    ...(await checkGateway(
      await requestOnce({ platform: 'Discord', address: where, token, headers }, clock),
    )),
  ];
}

function answerFindings(status: number, body: unknown): Finding[] {
  if (status === 200 && isApplication(body)) return applicationFindings(body);
  return status === 200 || status === 404
    ? [wrong('What answers for Discord is not Discord.', 'Correct DISCORD_API_URL, or leave it empty.')]
    : [wrong(`Discord cannot answer now (status ${status}).`, 'Try again in some minutes.')];
}

function applicationFindings({ name, flags = 0, ...application }: Application): Finding[] {
  const { interactions_endpoint_url: endpoint, approximate_guild_count: servers } = application;
  const intents = new Set(PRIVILEGED.filter(([bit]) => flags & (1 << bit)).map(([, intent]) => intent));
  const where =
    servers === undefined ? '' : `, which is in ${servers} ${servers === 1 ? 'server' : 'servers'}`;
  return [
    good(`DISCORD_TOKEN belongs to «${name}»${where}.`),
    ...installFindings(application),
    ...(endpoint
      ? [
          wrong(
            'Discord sends commands to the address in "Interactions Endpoint URL", not to this program.',
            'Empty that field on the General Information page of your application.',
          ),
        ]
      : []),
    ...(intents.size > 0
      ? [
          advice(
            `Discord: the privileged intents ${[...intents].join(', ')} are on; the bot needs none.`,
            'Switch them off on the Bot page of your application.',
          ),
        ]
      : []),
  ];
}

const isApplication = (body: unknown): body is Application =>
  typeof body === 'object' && body !== null && 'name' in body && typeof body.name === 'string';
