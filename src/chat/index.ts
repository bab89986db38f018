// The conversation with people: commands, access, limits, follow-ups. Knows no platform.
export type { AccessRules } from './access.ts';
export { Chat } from './chat.ts';
export type { ChatOptions } from './chat-options.ts';
export type { Choice, Command, Localised, Option } from './command.ts';
export { type CommandGroup, GROUPS, type MenuItem, menuOf, namesWithin } from './command-group.ts';
export { COMMANDS } from './commands/index.ts';
export type {
  Attachment,
  Completion,
  Form,
  Incoming,
  Outgoing,
  Outlet,
  Person,
  Place,
  Request,
} from './incoming.ts';
export { readableFor } from './readable.ts';
export type {
  Access,
  AccessRequest,
  AccessStore,
  Binding,
  ChatStore,
  CollectionStore,
  ConversationStore,
  FeedbackStore,
  LanguageSetting,
  Listing,
  ListingStore,
  LoggedQuestion,
  NoticeStore,
  OwnerStore,
  Pending,
  PlaceSettings,
  QuestionLog,
  RegistrationStore,
  RequestBounds,
  RequestStore,
  SettingsStore,
  Turn,
} from './store.ts';
export { termsOf } from './terms.ts';
export { typedCommand } from './typed-command.ts';
export { issueView } from './views/digest.ts';
