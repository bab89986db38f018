// Dates of a PDF (ISO 32000-1, 7.9.4) as other formats write them.
import type { StatedProperties } from '../document-properties.ts';

/** Year, month, day, hour, minute, second; all but the year may be missing. */
const PDF_DATE = /^D:(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?/;

/** `D:20240108093000+08'00'` as 2024-01-08T09:30:00, in the time of its place. */
export function withPlainDate(stated: StatedProperties): StatedProperties {
  const [, year, month, day, hour, minute, second = '00'] = PDF_DATE.exec(stated.date ?? '') ?? [];
  if (year === undefined) return stated;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  return { ...stated, date: hour === undefined ? date : `${date}T${hour}:${minute}:${second}` };
}
