// Errors as values: an id under which the panel has words in the user's language, an English line, and what it was
// about.

export interface LoupeError {
  /** Stable; the words are `error.<id>` in the locale files. */
  id: string;
  /** In English, shown when there are no words for the id. */
  message: string;
  /** The file or page it is about. */
  input?: string;
}

/** An error with an id, to be thrown where a value cannot be returned. */
export class Failure extends Error {
  constructor(
    readonly id: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = id;
  }
}

/** Ids are written like this; names such as `TypeError` are not ids. */
const ID = /^[a-z]+(-[a-z]+)*$/;

/**
 * Anything thrown, as a value. The engine throws errors whose name is the id; whatever else is thrown is named by
 * `otherwise`.
 */
export function asError(thrown: unknown, input?: string, otherwise = "unexpected"): LoupeError {
  const { name, message } = thrown instanceof Error ? thrown : { name: "", message: String(thrown) };
  return { id: ID.test(name) ? name : otherwise, message, ...(input === undefined ? {} : { input }) };
}
