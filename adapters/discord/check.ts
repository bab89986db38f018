// What can be told of a Discord bot before it goes live.
import type { Finding } from '../finding.ts';

const DISCORD_API = 'https://discord.com/api';
const TIMEOUT_MS = 10_000;

/** Application flags: a privileged intent is switched on. https://docs.discord.com/developers/resources/application */
const PRIVILEGED: [number, string][] = [
  [12, 'presence'],
  [13, 'presence'],
  [14, 'server members'],
  [15, 'server members'],
  [18, 'message content'],
  [19, 'message content'],
];

interface Application {
  id: string;
  name: string;
  flags?: number;
  bot_public?: boolean;
  interactions_endpoint_url?: string | null;
  approximate_guild_count?: number;
}

/** Asks Discord who the bot is, and looks at how its application is set. */
export async function checkDiscord(token: string, apiUrl = DISCORD_API): Promise<Finding[]> {
  const asked = await ask(`${apiUrl || DISCORD_API}/v10/applications/@me`, token);
  if (!asked.ok) return [{ ok: false, text: `Discord: ${asked.reason}`, mend: asked.mend }];
  const {
    name,
    flags = 0,
    interactions_endpoint_url: endpoint,
    approximate_guild_count: guilds,
  } = asked.application;
  const intents = new Set(PRIVILEGED.filter(([bit]) => flags & (1 << bit)).map(([, intent]) => intent));
  return [
    {
      ok: true,
      text: `Discord: the token belongs to «${name}»${guilds === undefined ? '' : `, which is in ${guilds} servers`}.`,
    },
    ...(endpoint
      ? [
          {
            ok: false as const,
            text: 'Discord: commands are sent to an address instead of this program.',
            mend: 'Empty "Interactions Endpoint URL" on the application\'s General Information page.',
          },
        ]
      : []),
    ...(intents.size > 0
      ? [
          {
            ok: true as const,
            text: `Discord: privileged intents are on (${[...intents].join(', ')}); the bot needs none, switch them off on the Bot page.`,
          },
        ]
      : []),
  ];
}

type Asked = { ok: true; application: Application } | { ok: false; reason: string; mend: string };

async function ask(address: string, token: string): Promise<Asked> {
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bot ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return { ok: true, application: (await response.json()) as Application };
    if (response.status === 401)
      return {
        ok: false,
        reason: 'the token is not accepted.',
        mend: 'Copy the token again from the Bot page of your application into DISCORD_TOKEN, or reset it there.',
      };
    return {
      ok: false,
      reason: `it answered with status ${response.status}.`,
      mend: 'Try again in some minutes.',
    };
  } catch (error) {
    return {
      ok: false,
      reason: `it could not be reached (${error instanceof Error ? error.message : String(error)}).`,
      mend: 'Check the network, a proxy, and DISCORD_API_URL.',
    };
  }
}
