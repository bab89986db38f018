// The conversation with people: commands, access, limits, follow-ups. Knows no platform.
export type { AccessRules } from './access/access.ts';
export { accessibleIndexFor } from './access/accessible-index.ts';
export { subscriptionAccessOf } from './access/subscription-access.ts';
export { Chat } from './chat.ts';
export type { ChatOptions } from './chat-options.ts';
export type { Command } from './command.ts';
export { type CommandGroup, GROUPS, type MenuItem, menuOf, namesWithin } from './command-group.ts';
export { COMMANDS } from './commands/index.ts';
export type { Attachment, Completion, Incoming, Person, Place } from './incoming.ts';
export type { Option } from './option.ts';
export type { Form, Outgoing, Responder } from './responder.ts';
export type {
  Access,
  AccessRequest,
  AccessStore,
  Binding,
  ChatStore,
  CollectionStore,
  ConversationStore,
  FeedbackStore,
  LoggedQuestion,
  NoticeStore,
  OwnerStore,
  PagedList,
  PagedListStore,
  Pending,
  PlaceSettings,
  QuestionLog,
  RegistrationStore,
  RequestStore,
  SettingsStore,
  Turn,
} from './store.ts';
export { typedCommand } from './typed-command.ts';
export { editionView } from './views/digest-message.ts';
