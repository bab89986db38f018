// Who issues a document by lines of Chinese letterheads, signatures and adoptions.
import path from 'node:path';
import { readWordLists } from '../../language/index.ts';
import { withoutPeriods } from './written-period.ts';

const ISSUER = readWordLists(path.join(import.meta.dirname, '..', 'author-suffixes.txt')).pattern('author');
/** A name, perhaps with the kind of document that its letterhead announces: 县人民政府专题会议纪要. */
const ISSUER_LINE = new RegExp(`^[\\u4e00-\\u9fffXx]{2,24}?(?:${ISSUER}|大队|队|协会|商会|集团|银行|医院)$`);
const LETTERHEAD =
  /^([\u4e00-\u9fff]{2,20}(?:人民政府|委员会|办公室|局|厅|公司))(?:文件|[\u4e00-\u9fff]{0,6}(?:纪要|通报|简报))$/;
const MAX_ISSUER_LENGTH = 60;

/** Who issues a document by a line that holds a name and perhaps a date: 县人民政府办公室　2025年5月22日. */
export function issuerIn(line: string): string | undefined {
  if (line.length > MAX_ISSUER_LENGTH) return undefined;
  for (const part of withoutPeriods(line).split(/[\s·•|（）()]+/)) {
    const head = LETTERHEAD.exec(part)?.[1];
    if (head) return ofTown(head);
    if (ISSUER_LINE.test(part) && !/^[\u4e00-\u9fff]{1,2}[市县区乡镇]$/.test(part)) return ofTown(part);
  }
  return undefined;
}

/** A town goes by its own name. */
const ofTown = (name: string): string => name.replace(/(?<=[镇乡])(?:人民)?政府$/, '');

const ADOPTER =
  /([\u4e00-\u9fff]{2,14}?)(?:第[\d一二三四五六七八九十]{1,3}届)?(人民代表大会(?:常务委员会)?|人民政府|国务院|董事会|理事会|职工代表大会)/;

/** Who passed a rule: 某县人民代表大会常务委员会 of （2019年3月1日某县第十届人民代表大会常务委员会…通过）. */
export function adopterIn(line: string): string | undefined {
  if (!/通过|批准|公布|发布/.test(line) || line.length > MAX_ADOPTION_LENGTH) return undefined;
  const match = ADOPTER.exec(withoutPeriods(line));
  return match ? `${match[1]}${match[2]}` : undefined;
}
const MAX_ADOPTION_LENGTH = 120;
