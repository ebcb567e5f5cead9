import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { mailboxOf } from './mailbox.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the mailbox that an address leads to', () => {
  it.each([
    ['sgt@oakfield.example', 'sgt@oakfield.example'],
    ['sgt+partner@oakfield.example', 'sgt@oakfield.example'],
    [' Sgt+a+b@Oakfield.Example ', 'sgt@oakfield.example'],
    ['s.g.t@oakfield.example', 's.g.t@oakfield.example'],
    ['j.doe+x@gmail.com', 'jdoe@gmail.com'],
    ['jdoe@googlemail.com', 'jdoe@gmail.com'],
  ])('is the same for the program and for the database: %s is read in %s', async (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
    const rows = await asOwner(database.ownerUrl, 'select mailbox_of($1) as mailbox', [address]);
    expect(rows).toEqual([{ mailbox }]);
  });
});
