// Access, rights, limits, settings, help.
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
  /** `place`: the keys of all places that have to be allowed, separated by blanks. */
  placeNotAllowed(place: string): string;
  privateNotAllowed(place: string): string;
  /**
   * To an owner: a manager asks to open a place. The asker is unknown where somebody speaks in the name of a
   * chat.
   */
  accessRequest(request: {
    /** May be empty. */
    name: string;
    id: string;
    everywhere: boolean;
    asker: { id: string; name: string } | undefined;
  }): string;
  /** Buttons under an access request. */
  allowIt(): string;
  denyIt(): string;
  /** To an owner who presses after the request was decided. */
  wasAllowed(place: string, id: string): string;
  wasDenied(place: string, id: string): string;
  requestGone(): string;
  /** To the place that made the request. */
  requestDeclined(): string;
  /**
   * To a manager of a place that only an owner opens: owners were asked now, were asked within a day, could
   * not be asked.
   */
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
  /** To somebody who speaks in the name of a group or channel and uses what is for owners. */
  peopleOnly(): string;
  /** The same for the pairing code, which was replaced since others saw it. */
  codeWasSeen(): string;
  mayNotWrite(): string;
  /** Where only a private chat could hold the answer, and the person has never opened one. */
  writePrivately(): string;
  /** A button that opens a private chat with the bot. */
  openPrivately(): string;
  oldButton(): string;
  notYourButton(): string;
  /** In reply to thanks. */
  welcome(): string;
  /** An owner closed the place, and only an owner can reopen it. */
  deniedByOwner(): string;
  /** The whole server or group is closed: a channel of it cannot be opened alone. */
  deniedAround(): string;
  listGone(): string;
  thanks(): string;
  thanksForFeedback(): string;
  tooFast(seconds: number): string;
  tooManyAtOnce(waiting: number): string;
  tooLong(name: string, maxLength: number, length: number): string;
  /** Asks for a missing option in reply. */
  optionMissing(name: string, summary: string): string;
  /** The same where replies do not reach the bot; `line` shows how the command is typed. */
  optionInOneLine(name: string, summary: string, line: string): string;
  orChoose(): string;
  notAChoice(name: string, choices: string[]): string;
  unknownCommand(command: string): string;
  /** The log has the same code. */
  failed(code: string): string;

  /** To somebody who is no digest manager. */
  digestManagersOnly(): string;
  /** A setting without value. */
  notSet(): string;
}
