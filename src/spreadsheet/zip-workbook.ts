import { openOds } from './ods-workbook.ts';
import type { ReadLimits } from './read-limits.ts';
import { SheetUnreadable } from './read-refusal.ts';
import { openInThread } from './sheetjs-workbook.ts';
import type { Workbook } from './workbook.ts';
import { mainPart } from './xlsx-package.ts';
import { openXlsx } from './xlsx-workbook.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';

type ZipContent = { readonly kind: 'xlsx'; readonly main: string } | { readonly kind: 'ods' | 'xlsb' };

/** Opens a zip file as the workbook it holds. Throws `SheetUnreadable`, also for documents of other kinds. */
export async function openZipWorkbook(
  path: string,
  limits: ReadLimits,
  signal: AbortSignal,
): Promise<Workbook> {
  const zip = await openZip(path, limits, signal);
  try {
    const content = await contentOf(zip);
    if (content.kind === 'xlsx') return await openXlsx(zip, content.main, limits);
    if (content.kind === 'ods') return await openOds(zip, limits);
    await unpackOnce(zip, limits);
    zip.close();
    return await openInThread(path, 'xlsx', limits);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function contentOf(zip: ZipArchive): Promise<ZipContent> {
  const main = (await mainPart(zip)) ?? (zip.has('xl/workbook.xml') ? 'xl/workbook.xml' : undefined);
  if (main !== undefined) return officeContent(main);
  if (!(await zip.text('mimetype')).startsWith('application/vnd.oasis.opendocument.spreadsheet'))
    throw notASpreadsheet(zip.has('Index/Document.iwa') ? 'an Apple Numbers file' : 'a zip file');
  if ((await zip.text('META-INF/manifest.xml')).includes('encryption-data'))
    throw new SheetUnreadable({ code: 'encrypted' });
  return { kind: 'ods' };
}

function officeContent(main: string): ZipContent {
  if (main.startsWith('word/')) throw notASpreadsheet('a Word document');
  if (main.startsWith('ppt/')) throw notASpreadsheet('a PowerPoint file');
  return main.endsWith('.bin') ? { kind: 'xlsb' } : { kind: 'xlsx', main };
}

function notASpreadsheet(found: string): SheetUnreadable {
  return new SheetUnreadable({ code: 'not-a-spreadsheet', found });
}

/** The thread unpacks everything into memory, so first make sure that no part is larger than it says. */
async function unpackOnce(zip: ZipArchive, limits: ReadLimits): Promise<void> {
  if (zip.unpackedBytes > limits.threadBytes)
    throw new SheetUnreadable({ code: 'expands-too-much', limit: limits.threadBytes });
  for (const name of zip.names) for await (const _ of zip.bytes(name));
}
