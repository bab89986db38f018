// The names of the supported formats.
export type FormatName = 'text' | 'markdown' | 'html' | 'docx' | 'doc' | 'pdf';
