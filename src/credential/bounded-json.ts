import { done, type Outcome, refused } from '../outcome.ts';
import type { UnreadableReason } from './credential-check.ts';

/** Ours have some 4,000 letters, 8 levels and 60 parts. */
const most = { letters: 64 * 1024, depth: 16, parts: 1_000 } as const;

export type JsonObject = { readonly [name: string]: unknown };

type Refusal = { readonly code: Extract<UnreadableReason, 'too-large' | 'not-a-credential' | 'too-complex'> };

/**
 * Parses the JSON of an object of the size that credentials have. Depth is looked at in the text, before anything
 * builds it, so that nothing here or later runs out of stack.
 */
export function readBoundedJson(text: string): Outcome<JsonObject, Refusal> {
  if (text.length > most.letters) return refused({ code: 'too-large' });
  if (!isFlat(text)) return refused({ code: 'too-complex' });
  const value = parsed(text);
  return isObject(value) ? done(value) : refused({ code: 'not-a-credential' });
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Counts brackets, commas and levels outside of strings. */
function isFlat(text: string): boolean {
  let depth = 0;
  let parts = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (sign === ',') parts += 1;
    if (depth > most.depth || parts > most.parts) return false;
  }
  return true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
