import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';

/** A document could not be set; the message holds the typesetter's own words. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
}

export interface TypesetterOptions {
  readonly templates: string;
  /** Folders with font files; missing ones are passed over. */
  readonly fonts: readonly string[];
}

/** Sets a template with the facts as its data: text in them is text, whatever signs it holds. */
export type Typeset = (template: string, facts: Readonly<Record<string, unknown>>) => Uint8Array;

/** Results older than this many documents are forgotten, so that memory stays level. */
const rememberedDocuments = 10;

export function createTypesetter({ templates, fonts }: TypesetterOptions): Typeset {
  let compiler: NodeCompiler | undefined;
  return (template, facts) => {
    compiler ??= NodeCompiler.create({
      workspace: templates,
      fontArgs: [{ fontPaths: fonts.filter((folder) => existsSync(folder)) }],
    });
    const pdf = compile(compiler, join(templates, template), JSON.stringify(facts));
    compiler.evictCache(rememberedDocuments);
    return pdf;
  };
}

function compile(compiler: NodeCompiler, template: string, facts: string): Uint8Array {
  const compiled = compiler.compile({ mainFilePath: template, inputs: { facts } });
  if (!compiled.result) throw new TypesettingError(reasons(compiler, compiled.takeError()));
  const warnings = reasons(compiler, compiled.takeWarnings());
  if (warnings !== '') throw new TypesettingError(warnings);
  try {
    return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }));
  } catch (cause) {
    // PDF/UA allows no character without a glyph: the typesetter says so only here.
    throw new TypesettingError(messageOf(cause), { cause });
  }
}

function reasons(compiler: NodeCompiler, error: NodeError | null): string {
  if (!error) return '';
  const messages = compiler.fetchDiagnostics(error).map((found: unknown) => messageOf(found));
  return messages.join('; ');
}

function messageOf(diagnostic: unknown): string {
  const hasMessage = typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic;
  return hasMessage ? String(diagnostic.message) : String(diagnostic);
}
