// The bot joins, leaves, is promoted, removed or blocked: changes of the chats, and the updates about them.
import { tell } from './delivery.ts';
import { botMemberPayload, chatPayload, userPayload } from './payloads.ts';
import { seconds } from './sent-message.ts';
import type { Json } from './shapes.ts';
import type { State } from './state.ts';
import type { Chat, Person, Standing } from './world.ts';

/** Changes the bot's membership in a chat, with an update. */
export function changeStanding(state: State, chat: Chat, standing: Standing, by: Person): void {
  const { world, updates } = state;
  const old = chat.bot;
  if (old === standing) return;
  chat.bot = standing;
  updates.push(
    'my_chat_member',
    {
      chat: chatPayload(chat),
      from: userPayload(by),
      date: seconds(state.now()),
      old_chat_member: botMemberPayload(world.bot, old),
      new_chat_member: botMemberPayload(world.bot, standing),
    },
    chat.id,
  );
}

/** A service message in a chat. */
export function happen(state: State, chat: Chat, author: Person, service: Json): void {
  tell(state, state.messages.create({ chat, author, text: '', entities: [], service }));
}

/** A group becomes a supergroup: a new chat with a new id, with a service message in both. */
export function migrate(state: State, group: Chat, by: Person): Chat {
  const { world } = state;
  if (group.type !== 'group') throw new Error(`Only a group can become a supergroup, not a ${group.type}`);
  const id = -1_000_000_000_000 + group.id;
  const { title, admins, members, bot } = group;
  const supergroup = world.add({ id, type: 'supergroup', title, admins, members, bot });
  happen(state, group, by, { migrate_to_chat_id: id });
  group.movedTo = id;
  happen(state, supergroup, by, { migrate_from_chat_id: group.id });
  return supergroup;
}
