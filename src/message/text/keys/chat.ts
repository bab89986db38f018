// Rights, limits, settings, help.
export interface ChatTexts {
  helpHeading(): string;
  helpAsking(reports: number): string;
  examples(): string;
  helpFollowing(): string;
  helpLimits(): string;
  privacyHeading(): string;
  privacy(questionsAreLogged: boolean): string[];
  forgotten(records: number): string;
  ownerStays(): string;
  settingsHeading(): string;
  /** A setting with what it is set to. */
  settingIs(setting: string, value: string): string;
  managersOnly(): string;
  ownersOnly(): string;
  onlyManagersAnswered(): string;
  /** `place`: the keys of all places that have to be allowed, with blanks between them. */
  placeNotAllowed(place: string): string;
  privateNotAllowed(place: string): string;
  /** To an owner: somebody who manages a place, whom nobody names where it is a chat that speaks, asks to have it opened. */
  accessRequest(request: {
    /** May be empty. */
    name: string;
    id: string;
    everywhere: boolean;
    asker: { id: string; name: string } | undefined;
  }): string;
  /** On the buttons under a request. */
  allowIt(): string;
  denyIt(): string;
  /** To an owner who decides on a request after it was decided. */
  wasAllowed(place: string, id: string): string;
  wasDenied(place: string, id: string): string;
  requestGone(): string;
  /** Where the request was made. */
  requestDeclined(): string;
  /** To somebody who manages a place that only an owner opens: the owners were asked now, earlier this day, or could not be asked. */
  ownersAsked(id: string): string;
  ownersAskedBefore(id: string): string;
  ownerMustAllow(id: string): string;
  allowed(everywhere: boolean): string;
  denied(everywhere: boolean): string;
  allowedPlace(place: string): string;
  deniedPlace(place: string): string;
  noSuchPlace(place: string): string;
  alreadyOwner(): string;
  paired(): string;
  wrongCode(): string;
  /** To whoever speaks in the name of a group or channel and asks for what is an owner's business. */
  peopleOnly(): string;
  /** The same to whoever sent the pairing code that way: it is worth nothing now. */
  codeWasSeen(): string;
  mayNotWrite(): string;
  /** To somebody who can only be answered in a private chat, which was never begun. */
  writePrivately(): string;
  /** On a button that leads to a private chat with the bot. */
  openPrivately(): string;
  oldButton(): string;
  notYourButton(): string;
  /** To thanks. */
  welcome(): string;
  /** A denial stands that only an owner can lift. */
  deniedByOwner(): string;
  /** The whole server or group is denied: one channel of it cannot be opened alone. */
  deniedAround(): string;
  listGone(): string;
  thanks(): string;
  thanksForFeedback(): string;
  tooFast(seconds: number): string;
  tooManyAtOnce(waiting: number): string;
  tooLong(name: string, most: number, length: number): string;
  /** Asks for an option that is still missing; `choices` may be pressed instead. */
  optionMissing(name: string, summary: string): string;
  /** The same where a reply is not heard; `line` shows how the command is written. */
  optionInOneLine(name: string, summary: string, line: string): string;
  orChoose(): string;
  notAChoice(name: string, choices: string[]): string;
  unknownCommand(command: string): string;
  /** The code stands in the log too. */
  failed(code: string): string;

  /** To somebody who may not set up digests here. */
  digestManagersOnly(): string;
  /** A setting without value. */
  notSet(): string;
}
