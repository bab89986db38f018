// Where the text of an RTF group goes. A group that begins with \* and is not known here is passed over.

/** `body` is shown; `skip` is not. */
export type Destination =
  | 'body'
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'number'
  | 'info'
  | 'title'
  | 'author'
  | 'created';

/** Destinations by the control words that begin them. */
export const DESTINATIONS = new Map<string, Destination>([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['info', 'info'],
  ['title', 'title'],
  ['author', 'author'],
  ['creatim', 'created'],
  ['listtext', 'number'],
  ['pntext', 'number'],
  ['shptxt', 'body'],
  ['dptxbxtext', 'body'],
  ...[
    'colortbl footer footerf footerl footerr footnote header headerf headerl headerr nonesttables nonshppict',
    'objdata pict rxe shprslt sp tc xe upr',
  ]
    .flatMap((words) => words.split(' '))
    .map((word): [string, Destination] => [word, 'skip']),
]);

/** Groups of these that begin with \* are read like others. */
export const READ_THOUGH_STARRED = new Set(['do', 'shpinst', 'shppict']);

/** Control words that stand for characters. */
export const CHARACTERS = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['softline', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['nestcell', '\t'],
  ['nestrow', '\n'],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
]);
