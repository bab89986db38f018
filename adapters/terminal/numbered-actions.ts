// Numbers the actions of messages: an answer counts from 1, the result of a choice continues the count.
// Numbers are valid until the next answer with actions.

/** Three digits are enough to type; then counting starts again. */
const MAX_NUMBER = 999;

/** An action with the message that offers it. */
interface NumberedAction {
  action: string;
  message: string;
}

export class NumberedActions {
  private readonly numbered: NumberedAction[] = [];
  private continuesCount = false;

  /** The highest number in use, 0 for none. */
  get last(): number {
    return this.numbered.length;
  }

  /** The following messages belong to a new answer, or are the result of a choice. */
  begin(what: 'answer' | 'choice'): void {
    this.continuesCount = what === 'choice';
  }

  /**
   * Numbers the actions of a message; gives them by number, from 1, with '' for numbers of earlier messages.
   */
  add(actions: readonly string[], message: string): readonly string[] {
    if (actions.length === 0) return [];
    if (!this.continuesCount || this.last + actions.length > MAX_NUMBER) this.numbered.length = 0;
    this.continuesCount = true; // further parts of the same answer continue the count
    const earlier = this.numbered.map(() => '');
    this.numbered.push(...actions.map((action) => ({ action, message })));
    return [...earlier, ...actions];
  }

  at(number: number): NumberedAction | undefined {
    return this.numbered[number - 1];
  }
}
