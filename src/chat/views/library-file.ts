// What views of one file of the library share: its reports in lines, and its buttons.
import type { FoundReport } from '../../library/index.ts';
import type { Message } from '../../message/index.ts';
import type { LibraryOperation } from '../buttons/action.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { titleWith } from './report-line.ts';

export type LibraryButton = [operation: LibraryOperation, label: string];

/** @param id of the upload, the file or the removed file */
export function libraryButtons(
  buttons: LibraryButton[],
  id: string,
  { mark }: CommandContext,
): Message[number] {
  const maker = new ButtonMaker(mark);
  return {
    type: 'buttons',
    buttons: buttons.map(([operation, label]) =>
      maker.turn(label, { verb: 'library', args: [operation, id] }),
    ),
  };
}

export const passagesIn = (reports: FoundReport[]): number =>
  reports.reduce((sum, { passages }) => sum + passages, 0);

export const foundReportLine = ({ title, agency, period }: FoundReport): string =>
  titleWith(title, [agency, period].filter(Boolean).join(' · '));
