// A sentence as a block.
import type { Message } from '../../message/index.ts';

export const paragraph = (text: string): Message[number] => ({ type: 'paragraph', text });
