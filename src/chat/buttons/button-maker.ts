// Makes buttons whose data names the asker.
import type { Button } from '../../message/index.ts';
import type { Action } from './action.ts';
import { encodePress, type Press } from './press.ts';

export class ButtonMaker {
  private readonly asker: string;

  /** @param asker the mark of the person who may change the message */
  constructor(asker: string) {
    this.asker = asker;
  }

  /** A button that shows its result in a message of its own. */
  open(label: string, action: Action): Button {
    return this.make(label, action, 'open');
  }

  /** A button that shows its result in place of the message above it. */
  turn(label: string, action: Action): Button {
    return this.make(label, action, 'turn');
  }

  private make(label: string, action: Action, effect: Press['effect']): Button {
    return { label, action: encodePress({ action, effect, asker: this.asker }) };
  }
}
