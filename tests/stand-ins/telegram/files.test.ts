// Files on the stand-in for Telegram: fetched with the token, and not where a test says so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTelegram, type Telegram } from './index.ts';

const ADA = { id: 11, first_name: 'Ada' };

let standIn: Telegram;
let id: string;
beforeAll(async () => {
  standIn = await startTelegram({ people: [ADA] });
  const { message } = standIn.sendFile({ person: ADA, name: '报告.txt', content: '内容内容' });
  id = message.document?.id ?? '';
});
afterAll(async () => {
  expect(standIn.violations).toEqual([]);
  await standIn.close();
});

const fetched = (token = standIn.token, path = `documents/${id}.txt`) =>
  fetch(`${standIn.apiRoot}/file/bot${token}/${path}`);

describe('a file that a person has sent', () => {
  it('is fetched with the token of the bot, by its path', async () => {
    expect(await (await fetched()).text()).toBe('内容内容');
    expect((await fetched('another')).status).toBe(401);
    expect((await fetched(standIn.token, 'documents/nothing.txt')).status).toBe(404);
  });

  it('is not given where a test asks for that, each time once', async () => {
    standIn.failNext({ method: 'file', status: 404 });
    standIn.failNext({ method: 'file', cut: true });
    standIn.failNext({ method: 'file', cut: 'midway' });
    expect((await fetched()).status).toBe(404);
    await expect(fetched()).rejects.toThrow();
    await expect(fetched().then((response) => response.text())).rejects.toThrow();
    expect(await (await fetched()).text()).toBe('内容内容');
  });

  it('is given where something else goes wrong', async () => {
    standIn.failNext({ status: 500 });
    expect((await fetched()).status).toBe(200);
    expect((await fetch(`${standIn.apiRoot}/bot${standIn.token}/getMe`)).status).toBe(500);
  });
});
