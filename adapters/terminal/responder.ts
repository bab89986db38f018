// Prints answers, and keeps the actions that can be chosen in them.
import { type Outgoing, type Responder, TEXTS } from '#core';
import { MEDIUM } from './limits.ts';
import { NumberedActions } from './numbered-actions.ts';
import { actionsIn, render, type Style } from './render.ts';

export class TerminalResponder implements Responder {
  readonly actions = new NumberedActions();
  private readonly print: (text: string) => void;
  private readonly style: Style;
  private printed = 0;

  constructor(print: (text: string) => void, style: Style) {
    this.print = print;
    this.style = style;
  }

  medium() {
    return MEDIUM;
  }

  async send({ parts, locale }: Outgoing) {
    const messages = parts.map((part) => {
      const message = `terminal:message:${++this.printed}`;
      const numbered = this.actions.add(actionsIn(part), message);
      this.print(`\n${render(part, TEXTS[locale], this.style, numbered)}`);
      return message;
    });
    return { outcome: 'sent' as const, messages };
  }

  async dismiss() {}
}
