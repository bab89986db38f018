// The names of the supported formats.
export type FormatName =
  | 'text'
  | 'markdown'
  | 'csv'
  | 'html'
  | 'docx'
  | 'doc'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'rtf'
  | 'pdf'
  | 'picture';
