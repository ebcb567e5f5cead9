import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { printableText } from './printable-text.ts';

/** A document could not be set; the message says why and what to change. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
}

export interface TypesetterOptions {
  readonly templates: string;
  /** Folders with font files; missing ones are passed over. */
  readonly fonts: readonly string[];
  /** The templates the folder must have. */
  readonly needs: readonly string[];
}

/**
 * Sets a template as PDF/UA-1 with the facts as its data: text in them is text, whatever signs it holds. Rejects
 * with a TypesettingError, also when the document grows past `mostPages`.
 */
export type Typeset = (
  template: string,
  facts: Readonly<Record<string, unknown>>,
  limit: { readonly mostPages: number },
) => Promise<Uint8Array>;

/** Results that the last documents didn't use again are forgotten, so that memory stays level. */
const rememberedDocuments = 3;

/**
 * The typesetter is native code of 50 MB, so it is loaded with the first document, not with the program. Setting
 * holds the event loop for some milliseconds, so each document waits for a turn of its own: requests are answered
 * in between, and the memory of documents already set is given back (Node frees native objects between turns).
 */
export function createTypesetter({ templates, fonts, needs }: TypesetterOptions): Typeset {
  const workspace = resolve(templates);
  requireTemplates(workspace, needs);
  let starting: Promise<NodeCompiler> | undefined;
  let before: Promise<unknown> = Promise.resolve();
  return (template, facts, { mostPages }) => {
    const data = asData(facts);
    const setting = before.then(async () => {
      starting ??= startCompiler(workspace, fonts);
      const compiler = await starting;
      await setImmediate();
      return compile(compiler, join(workspace, template), data, mostPages);
    });
    before = Promise.allSettled([setting]);
    return setting;
  };
}

function requireTemplates(folder: string, needs: readonly string[]): void {
  const missing = needs.filter((template) => !existsSync(join(folder, template)));
  if (missing.length === 0) return;
  throw new TypesettingError(
    `${folder} has no ${missing.join(' and no ')}. Copy documents/templates whole, then change the copy.`,
  );
}

async function startCompiler(workspace: string, fonts: readonly string[]): Promise<NodeCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  const fontPaths = fonts.filter((folder) => existsSync(folder));
  return typst.NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
}

function asData(facts: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(facts, (_key, value: unknown) =>
    typeof value === 'string' ? printableText(value) : value,
  );
}

function compile(compiler: NodeCompiler, template: string, facts: string, mostPages: number): Uint8Array {
  compiler.evictCache(rememberedDocuments);
  const compiled = compiler.compile({ mainFilePath: template, inputs: { facts } });
  const document = compiled.result;
  if (!document) throw new TypesettingError(reasons(compiler, compiled.takeError()));
  // A warning means a missing font family or a layout that did not settle: not a page to hand out.
  const warnings = reasons(compiler, compiled.takeWarnings());
  if (warnings !== '') throw new TypesettingError(warnings);
  if (document.numOfPages > mostPages) {
    throw new TypesettingError(
      `The text needs ${document.numOfPages} pages where ${mostPages} may be. Shorten the names or the statement.`,
    );
  }
  return asPdf(compiler, document);
}

function asPdf(compiler: NodeCompiler, document: Parameters<NodeCompiler['pdf']>[0]): Uint8Array {
  try {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' }));
  } catch (cause) {
    // PDF/UA allows no character without a glyph: the typesetter says so only here.
    const missing = charactersWithoutGlyph(messageOf(cause));
    if (missing.length === 0) throw new TypesettingError(messageOf(cause), { cause });
    throw new TypesettingError(
      `No font has ${missing.join(' ')}. Add one that does to the fonts folder of the templates and name it in theme.typ.`,
      { cause },
    );
  }
}

/** The error text names each as: the text `\"…\"` could not be displayed with font … */
function charactersWithoutGlyph(message: string): string[] {
  const found = message.matchAll(/the text `\\"(.+?)\\"` could not be displayed/gu);
  return [...new Set(Array.from(found, ([, characters = '']) => characters))];
}

function reasons(compiler: NodeCompiler, error: NodeError | null): string {
  if (!error) return '';
  return compiler
    .fetchDiagnostics(error)
    .map((found: unknown) => messageOf(found))
    .join('; ');
}

function messageOf(diagnostic: unknown): string {
  const hasMessage = typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic;
  return hasMessage ? String(diagnostic.message) : String(diagnostic);
}
