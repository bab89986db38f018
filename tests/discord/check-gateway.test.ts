// What the doctor finds about Discord's gateway.
import { afterAll, describe, expect, it } from 'vitest';
import { checkGateway } from '../../adapters/discord/gateway/check.ts';
import type { Mood } from '../stand-ins/discord/gateway.ts';
import { startStandIn, stopAll } from './bot.ts';

afterAll(async () => expect(await stopAll()).toEqual([]));

const answered = (body: unknown, status = 200) => ({ ok: true as const, status, body, clock: [] });
const limit = (remaining: number) => ({ session_start_limit: { total: 1000, remaining } });
async function findings(mood: Mood, more: object = {}) {
  const { gateway } = await startStandIn();
  gateway.mood = mood;
  return checkGateway(answered({ url: gateway.url, ...limit(1000), ...more }));
}

describe('the gateway', () => {
  it('that speaks is in order, and no session is begun', async () => {
    const discord = await startStandIn();
    const found = await checkGateway(answered({ url: discord.gateway.url, ...limit(1000) }));
    expect(found).toEqual([{ kind: 'good', text: "Discord's gateway can be reached." }]);
    expect(discord.gateway.identified).toEqual([]);
  });

  it.each<[string, Mood]>([
    ['refuses', { refuses: 503 }],
    ['closes at once', { closes: { code: 4000, when: 'at once' } }],
  ])('that %s is said not to be reached', async (_, mood) => {
    const [found] = await findings(mood);
    expect(found).toMatchObject({
      kind: 'wrong',
      text: expect.stringMatching(/gateway cannot be reached \(.+\)\.$/),
    });
  });

  it('that is not named is said not to have been tried', async () => {
    for (const body of [undefined, {}, { url: null }, { url: 'nonsense' }])
      for (const status of [200, 404])
        expect(await checkGateway(answered(body, status))).toMatchObject([{ kind: 'advice' }]);
  });

  it('that does not listen, or whose address is unknown, is reported as unreachable', async () => {
    for (const asked of [
      answered({ url: 'ws://127.0.0.1:1' }),
      answered({}, 503),
      { ok: false as const, reason: 'ENOTFOUND' },
    ])
      expect((await checkGateway(asked))[0]).toMatchObject({ kind: 'wrong', remedy: expect.any(String) });
  });

  it('that lets few or no sessions begin is said to', async () => {
    expect((await findings({}, limit(3)))[1]).toMatchObject({ kind: 'advice' });
    expect((await findings({}, limit(0)))[1]).toMatchObject({ kind: 'wrong' });
    expect(await findings({}, limit(900))).toHaveLength(1);
  });
});
