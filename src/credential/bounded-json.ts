import { done, type Outcome, refused } from '../outcome.ts';
import type { UnreadableReason } from './credential-check.ts';

/** Ours have some 4,000 letters, 8 levels and 60 parts. */
const most = { letters: 64 * 1024, depth: 16, parts: 1_000 } as const;

export type JsonObject = { readonly [name: string]: unknown };

type Refusal = {
  readonly code: Extract<UnreadableReason, 'too-large' | 'not-a-credential' | 'too-complex' | 'name-twice'>;
};

/**
 * Parses the JSON of an object of the size that credentials have. Depth is looked at in the text, before anything
 * builds it, so that nothing here or later runs out of stack; and so are names, of which `JSON.parse` would keep the last.
 */
export function readBoundedJson(text: string): Outcome<JsonObject, Refusal> {
  if (text.length > most.letters) return refused({ code: 'too-large' });
  const fault = faultIn(text);
  if (fault) return refused({ code: fault });
  const value = parsed(text);
  return isObject(value) ? done(value) : refused({ code: 'not-a-credential' });
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Counts brackets, commas and levels outside of strings, and looks for names that come twice on their level. */
function faultIn(text: string): 'too-complex' | 'name-twice' | undefined {
  const levels: Set<unknown>[] = [];
  let parts = 0;
  let word = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const start = at;
      at = endOfString(text, start);
      word = text.slice(start, at + 1);
    } else if (sign === '{' || sign === '[') levels.push(new Set());
    else if (sign === '}' || sign === ']') levels.pop();
    else if (sign === ',') parts += 1;
    else if (sign === ':') {
      // Two ways to write a name are one name.
      const name = parsed(word);
      if (levels.at(-1)?.has(name)) return 'name-twice';
      levels.at(-1)?.add(name);
    }
    if (levels.length > most.depth || parts > most.parts) return 'too-complex';
  }
  return undefined;
}

/** Where the string ends that begins here; the end of the text, where it doesn't. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
