import { createReadStream } from 'node:fs';
import type { CommandIo, ExitCode } from '../command-line/usage.ts';
import { readDidDocument } from '../credential/did-document.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { type Examination, mostMegabytes, type Trust } from './examination.ts';
import { examine } from './examination-actions.ts';
import {
  examinationJson,
  examinationText,
  type FileRefusal,
  fileRefusalSentence,
} from './verify-file-content.ts';

export interface VerifyFileOptions {
  /** Files with the issuer's public keys: a saved `did.json`, and PEM certificates. */
  readonly issuers: readonly string[];
  readonly json: boolean;
  readonly now: Date;
}

const megabyte = 1_048_576;
const mostShownBytes = mostMegabytes * megabyte;
const mostIssuerBytes = megabyte;

/**
 * `onemind verify FILE --issuer FILE`: whether a PDF, badge or credential is the issuer's and unchanged, from the file
 * and the issuer's public keys alone. Answers 0 when it is, 1 when it is not, 2 when something can't be read. Whether it was
 * revoked since, only the site knows; the text says so.
 */
export async function verifyFile(path: string, options: VerifyFileOptions, io: CommandIo): Promise<ExitCode> {
  const trust = await readTrust(options.issuers);
  if (!trust.ok) return refuse(io, trust.refusal);
  const shown = await readBounded(path, mostShownBytes);
  if (!shown.ok) return refuse(io, shown.refusal);
  const examination = await examine(shown.value, trust.value, options.now);
  io.out(
    options.json ? JSON.stringify(examinationJson(examination), undefined, 2) : examinationText(examination),
  );
  return exitCode(examination);
}

function exitCode({ is }: Examination): ExitCode {
  if (is === 'unreadable') return 2;
  return is === 'intact' ? 0 : 1;
}

function refuse(io: CommandIo, refusal: FileRefusal): ExitCode {
  io.err(`onemind verify: ${fileRefusalSentence(refusal)}`);
  return 2;
}

/** Keys from a `did.json` and certificates from PEM files, in any number and order. */
async function readTrust(paths: readonly string[]): Promise<Outcome<Trust, FileRefusal>> {
  let issuer: Trust['issuer'] = { did: '', keys: [] };
  const certificates: string[] = [];
  for (const path of paths) {
    const read = await readBounded(path, mostIssuerBytes);
    if (!read.ok) return read;
    const text = new TextDecoder().decode(read.value);
    const found = readDidDocument(text);
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    if (!found && blocks.length === 0) return refused({ code: 'no-keys', path });
    if (found) issuer = { did: found.did, keys: [...issuer.keys, ...found.keys] };
    certificates.push(...blocks);
  }
  return done({ issuer, certificates });
}

/** A file's bytes, unless it is larger than what it could be: then no more than that is read. */
async function readBounded(path: string, most: number): Promise<Outcome<Uint8Array, FileRefusal>> {
  const parts: Buffer[] = [];
  try {
    for await (const part of createReadStream(path, { end: most })) parts.push(part);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return refused(code === 'ENOENT' ? { code: 'not-found', path } : { code: 'unreadable', path, why: code });
  }
  const bytes = Buffer.concat(parts);
  return bytes.length > most ? refused({ code: 'too-large', path, megabytes: most / megabyte }) : done(bytes);
}
