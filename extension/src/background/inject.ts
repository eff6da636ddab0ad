// Runs a script in a tab's page, and does not wait for ever: a page with an open alert() answers nobody.

import { Failure } from "../errors";

const PATIENCE_MS = 10_000;

/** What the script gave; nothing when it did not run. A page that does not answer in time is a `Failure`. */
export async function run<Args extends unknown[], Result>(
  injection: chrome.scripting.ScriptInjection<Args, Result>,
): Promise<Result | undefined> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const silent = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Failure("no-answer", "the page did not answer")), PATIENCE_MS);
  });
  try {
    const [answer] = await Promise.race([chrome.scripting.executeScript(injection), silent]);
    return (answer?.result ?? undefined) as Result | undefined;
  } finally {
    clearTimeout(late);
  }
}
