// For the doctor: whether the gateway can be reached from here and lets the bot begin sessions. Begins none.
import { advice, type Finding, good, wrong } from '../../finding.ts';
import type { PlatformResponse } from '../../platform-request.ts';

const TIMEOUT_MS = 5000;
/** Fewer sessions left than this are reported: a bot that is restarted by hand needs no more in a day. */
const FEW_SESSIONS = 20;

interface Gateway {
  url: string;
  session_start_limit?: { total?: unknown; remaining?: unknown };
}

/** @param response to the request for the gateway's address */
export async function checkGateway(response: PlatformResponse): Promise<Finding[]> {
  if (!response.ok) return [unreachable(response.reason)];
  if (response.status >= 500)
    return [unreachable(`asked for its address, Discord answers with status ${response.status}`)];
  if (response.status !== 200 || !isGateway(response.body))
    return [
      advice(
        'Discord did not say where its gateway is, so that could not be tried.',
        'Try again in some minutes.',
      ),
    ];
  const reason = await failureToGreet(response.body.url);
  return [
    reason === undefined ? good("Discord's gateway can be reached.") : unreachable(reason),
    ...sessionFindings(response.body),
  ];
}

const unreachable = (reason: string): Finding =>
  wrong(
    `Discord's gateway cannot be reached (${reason}).`,
    'Check that the network, a proxy or firewall lets WebSocket connections (wss, port 443) through.',
  );

function sessionFindings({ session_start_limit: limit }: Gateway): Finding[] {
  const remaining = limit?.remaining;
  if (typeof remaining !== 'number' || remaining > FEW_SESSIONS) return [];
  return [
    remaining > 0
      ? advice(
          `Discord lets the bot connect only ${remaining} times more today.`,
          'Find out what starts it so often.',
        )
      : wrong(
          'Discord lets the bot connect no more today.',
          'Find out what starts it so often, and wait a day.',
        ),
  ];
}

/** Waits for the gateway's first message; resolves with the reason where none comes. */
function failureToGreet(address: string): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const socket = new WebSocket(`${address}?v=10&encoding=json`);
  const timer = setTimeout(() => resolve(`no answer within ${TIMEOUT_MS / 1000} seconds`), TIMEOUT_MS);
  socket.addEventListener('message', () => resolve(undefined));
  socket.addEventListener('error', (event) => resolve(errorIn(event)));
  socket.addEventListener('close', ({ code }) => resolve(`it closes the connection with code ${code}`));
  return promise.finally(() => {
    clearTimeout(timer);
    socket.close();
  });
}

function errorIn(event: Event): string {
  const { error } = event as Event & { error?: { message?: string; cause?: { code?: string } } };
  return error?.cause?.code || error?.message || 'no connection is made';
}

const isGateway = (body: unknown): body is Gateway =>
  typeof body === 'object' &&
  body !== null &&
  'url' in body &&
  typeof body.url === 'string' &&
  /^wss?:\/\/./.test(body.url) &&
  URL.canParse(body.url);
