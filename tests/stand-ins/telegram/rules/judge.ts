// Sends single requests to the stand-in, for tables of rules: the result, and the findings.
import { expect } from 'vitest';
import { ADA, ask, start } from '../clients.ts';
import type { Telegram } from '../index.ts';

export const chat_id = ADA.id;
/** A message of the bot that is there from the beginning. */
export const PLACED = 1;
export const button = (fields: object) => ({ inline_keyboard: [[{ text: 'x', ...fields }]] });
export const link = (url: string) => ({
  text: 'x',
  entities: [{ type: 'text_link', offset: 0, length: 1, url }],
});
export const marks = (...entities: [type: string, offset: number, length: number][]) => ({
  text: '一二三四五',
  entities: entities.map(([type, offset, length]) => ({ type, offset, length })),
});
export const article = (fields: object = {}) => ({
  type: 'article',
  id: '1',
  title: 'x',
  input_message_content: { message_text: 'x' },
  ...fields,
});
export const commands = (command: string, description = 'x') => ({ commands: [{ command, description }] });

/** The response's description and the findings; inline queries are made again each time. */
export async function judged(standIn: Telegram, method: string, body: object) {
  standIn.violations.length = 0;
  const given = { ...body };
  if (method === 'answerInlineQuery') {
    standIn.inline({ person: ADA, query: 'x' }).catch(() => {});
    Object.assign(given, {
      inline_query_id: String((standIn.updates.at(-1) as { inline_query?: { id: string } }).inline_query?.id),
    });
  }
  const { answer } = await ask(standIn, method, given);
  return {
    result: answer.ok ? 'taken' : answer.description?.replace('Bad Request: ', ''),
    noted: standIn.violations,
  };
}

export async function startJudging(): Promise<Telegram> {
  const standIn = await start({ started: [ADA] });
  standIn.placeMessage({ chat: ADA.id, body: { text: 'placed' } });
  return standIn;
}

export function expectFit(actual: string | undefined, expected: string | RegExp): void {
  if (expected instanceof RegExp) expect(actual).toMatch(expected);
  else expect(actual).toBe(expected);
}
