// Rules for embeds, each and all together.
import { EMBED, MESSAGE } from '../limits.ts';
import type { Embed } from '../shapes.ts';
import { type Inspection, inPath } from './inspection.ts';

function inspectEmbed(inspection: Inspection, path: string, embed: Embed): number {
  let length = inspection.optionalText(inPath(path, 'title'), embed.title, EMBED.title);
  length += inspection.optionalText(inPath(path, 'description'), embed.description, EMBED.description);
  length += inspection.optionalText(inPath(path, 'footer', 'text'), embed.footer?.text, EMBED.footer);
  length += inspection.optionalText(inPath(path, 'author', 'name'), embed.author?.name, EMBED.author);
  const fields = inspection.list(inPath(path, 'fields'), embed.fields, EMBED.fields);
  for (const [index, { name, value }] of fields.entries()) {
    length += inspection.text(inPath(path, 'fields', index, 'name'), name, EMBED.fieldName);
    length += inspection.text(inPath(path, 'fields', index, 'value'), value, EMBED.fieldValue);
  }
  if (length === 0 && !embed.image && !embed.thumbnail)
    inspection.refuse(path, 'An embed shows something.', 'BASE_TYPE_REQUIRED');
  return length;
}

export function inspectEmbeds(inspection: Inspection, path: string, embeds: readonly Embed[]): void {
  const lengths = inspection
    .list(path, embeds, MESSAGE.embeds)
    .map((embed, index) => inspectEmbed(inspection, inPath(path, index), embed));
  const together = lengths.reduce((sum, length) => sum + length, 0);
  if (together > EMBED.together)
    inspection.refuse(
      path,
      `Embeds have ${together} characters, at most ${EMBED.together}.`,
      'MAX_EMBED_SIZE_EXCEEDED',
    );
}
