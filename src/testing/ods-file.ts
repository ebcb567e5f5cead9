import { zipFile } from './zip-file.ts';

/** An ODS workbook of hand-written tables, such as `<table:table table:name="Staff">…</table:table>`. */
export function odsFile(tables: string, styles = ''): Buffer {
  return zipFile([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">
 <office:automatic-styles>${styles}</office:automatic-styles>
 <office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body>
</office:document-content>`,
    },
  ]);
}
