// An upload as an owner sees it: what was read in it, and buttons to add it.
import type { Upload } from '../../library/index.ts';
import { type Message, shownName, TEXTS } from '../../message/index.ts';
import type { CommandContext } from '../command.ts';
import { readersText } from './collections.ts';
import { foundReportLine, type LibraryButton, libraryButtons, passagesIn } from './library-file.ts';
import { paragraph } from './paragraph.ts';
import { shortened, shortenedList } from './shortened-list.ts';

export async function uploadView(upload: Upload, context: CommandContext): Promise<Message> {
  const texts = TEXTS[context.locale];
  const { id, name, sentAs, reports, warnings, copies, newFolder, taken } = upload;
  const both: LibraryButton = ['both', texts.keepBoth()];
  const replace: LibraryButton[] = taken?.replaceable ? [['replace', texts.replaceFile()]] : [];
  const choices: LibraryButton[] = taken ? [...replace, both] : [['add', texts.addFile()]];
  return [
    { type: 'heading', text: texts.uploadHeading(shownName(name)) },
    ...(sentAs === undefined ? [] : [paragraph(texts.renamedByContent(shownName(sentAs)))]),
    paragraph(texts.uploadHolds(reports.length, passagesIn(reports))),
    shortenedList(reports.map(foundReportLine), context),
    ...(warnings.length > 0
      ? [paragraph(texts.fileWarnings(warnings.length)), shortenedList(warnings.map(texts.warning), context)]
      : []),
    ...(newFolder ? [paragraph(texts.newFolder(newFolder))] : []),
    paragraph(await readersText(name, newFolder, context)),
    ...(copies.length > 0 ? [paragraph(texts.sameTextAs(shortened(copies.map(shownName), context)))] : []),
    ...(taken ? [paragraph(texts.nameTaken(shownName(taken.name), taken.replaceable))] : []),
    paragraph(texts.notAddedYet()),
    libraryButtons([...choices, ['dismiss', texts.cancel()]], id, context),
  ];
}
