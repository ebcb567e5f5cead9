import { createInterface } from 'node:readline/promises';

/** A way to ask whoever sits at the terminal; undefined where the program's input or output is none. */
export function terminalQuestion(
  input = process.stdin,
  output = process.stderr,
): ((question: string) => Promise<boolean>) | undefined {
  if (!input.isTTY || !output.isTTY) return undefined;
  return async (question) => {
    const terminal = createInterface({ input, output });
    try {
      return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
    } finally {
      terminal.close();
    }
  };
}
