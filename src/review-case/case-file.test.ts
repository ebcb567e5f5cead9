import { describe, expect, it } from 'vitest';
import type { StoredFileId } from '../files/file-actions.ts';
import type { SnapshotDocument } from '../snapshot/snapshot.ts';
import { documentsOfCase } from './case-file.ts';

function aDocument(file: string, sha: string, fileName = 'plan.pdf'): SnapshotDocument {
  return {
    file: file as StoredFileId,
    requirement: 'policy',
    title: `The ${file}`,
    note: '',
    fileName,
    sha256: sha.repeat(64),
  };
}

describe('the documents of a case', () => {
  it('are each there once, by content, with the rounds that rest on them', () => {
    const rounds = [
      { round: 1, documents: [aDocument('first', 'a'), aDocument('second', 'b')] },
      { round: 2, documents: [aDocument('first again', 'a')] },
    ];
    const kept = new Set(['first again', 'second'] as StoredFileId[]);
    expect(documentsOfCase(rounds, kept)).toMatchObject([
      { rounds: [1, 2], path: `documents/${'a'.repeat(16)}-plan.pdf` },
      { rounds: [1], path: `documents/${'b'.repeat(16)}-plan.pdf` },
    ]);
  });

  it('have no place in the archive when they are kept no more', () => {
    const rounds = [{ round: 1, documents: [aDocument('gone', 'c')] }];
    expect(documentsOfCase(rounds, new Set())).toMatchObject([{ path: undefined }]);
  });

  it.each([
    ['../../etc/passwd', 'cccccccccccccccc-__.._etc_passwd'],
    ['a b\\c:d.pdf', 'cccccccccccccccc-a_b_c_d.pdf'],
    ['política é.pdf', 'cccccccccccccccc-política_é.pdf'],
  ])('named %s lie under a name that means nothing to a program', (name, path) => {
    const [document] = documentsOfCase(
      [{ round: 1, documents: [aDocument('one', 'c', name)] }],
      new Set(['one'] as StoredFileId[]),
    );
    expect(document?.path).toBe(`documents/${path}`);
  });
});
