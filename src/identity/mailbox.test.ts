import { expect, test } from 'vitest';
import { mailboxOf } from './mailbox.ts';

test.each([
  ['sgt@oakfield.example', 'sgt@oakfield.example'],
  ['sgt+partner@oakfield.example', 'sgt@oakfield.example'],
  [' Sgt+a+b@Oakfield.Example ', 'sgt@oakfield.example'],
  ['s.g.t@oakfield.example', 's.g.t@oakfield.example'],
  ['j.doe+x@gmail.com', 'jdoe@gmail.com'],
  ['jdoe@googlemail.com', 'jdoe@gmail.com'],
])('%s is read in the mailbox %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});
