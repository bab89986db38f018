// Methods about chats, their members and files.
import { changeStanding } from '../membership.ts';
import type { Asking, Methods } from '../method.ts';
import { fullChatPayload, memberPayload } from '../payloads.ts';
import { badRequest } from '../refusal.ts';
import type { Json } from '../shapes.ts';

function getChatMember({ state, body }: Asking): Json {
  const { world } = state;
  const chat = world.readable(body.chat_id);
  const person = body.user_id === world.bot.id ? world.bot : world.people.get(Number(body.user_id));
  if (!person) throw badRequest('user not found');
  return memberPayload(world, chat, person);
}

function getChatAdministrators({ state, body }: Asking): Json[] {
  const { world } = state;
  const chat = world.readable(body.chat_id);
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  const all = chat.bot === 'administrator' ? [...chat.admins, world.bot] : chat.admins;
  return all.map((person) => memberPayload(world, chat, person));
}

function leaveChat({ state, body }: Asking): true {
  const chat = state.world.readable(body.chat_id);
  if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
  changeStanding(state, chat, 'left', state.world.bot);
  return true;
}

export const CHAT_METHODS: Methods = {
  getChat: { run: ({ state, body }) => fullChatPayload(state.world.readable(body.chat_id)) },
  getChatMember: { run: getChatMember },
  getChatAdministrators: { run: getChatAdministrators },
  leaveChat: { run: leaveChat },
  getFile: { run: ({ state, body }) => state.files.describe(body.file_id) },
};
