// The conversation with people: commands, access, limits, follow-ups. Knows no platform.
export type {
  AccessStore,
  ChatStore,
  ConversationStore,
  FeedbackStore,
  LanguageSetting,
  Listing,
  ListingStore,
  LoggedQuestion,
  NoticeStore,
  OwnerStore,
  PlaceSettings,
  QuestionLog,
  SettingsStore,
  Turn,
} from './store.ts';
