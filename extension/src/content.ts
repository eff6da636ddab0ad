// The content script of sites switched to automatic (content.js): tells the background when a page has come to rest,
// and again when the address changes without a load. It reads nothing and changes nothing.

const QUIET_MS = 700;
const LATEST_MS = 6_000;
const LOOK_MS = 1_000;
/** How often one address is told while its page is not ready. */
const PATIENCE = 6;

const world = globalThis as { loupeFollows?: boolean };

function follow(): void {
  let told = "";
  let patience = PATIENCE;
  let timer: ReturnType<typeof setInterval> | undefined;
  let rest = () => {};

  const stop = () => {
    clearInterval(timer);
    rest();
    // When it is switched on again, it is injected again.
    delete world.loupeFollows;
  };

  const tell = async () => {
    if (told === location.href) return;
    told = location.href;
    try {
      const answer: { notReady?: boolean; stop?: boolean } | undefined = await chrome.runtime.sendMessage({
        kind: "page-ready",
      });
      if (answer?.stop) stop();
      else if (answer?.notReady && told === location.href && --patience > 0) {
        // An address changes seconds before what stands under it.
        told = "";
        settle();
      }
    } catch {
      // The extension was updated or removed under this page.
      stop();
    }
  };

  /** Waits until the page changes no more, or long enough. */
  const settle = () => {
    rest();
    let quiet = setTimeout(finish, QUIET_MS);
    const latest = setTimeout(finish, LATEST_MS);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(finish, QUIET_MS);
    });
    rest = () => {
      observer.disconnect();
      clearTimeout(quiet);
      clearTimeout(latest);
    };
    function finish(): void {
      rest();
      void tell();
    }
    observer.observe(document, { childList: true, subtree: true });
  };

  let here = location.href;
  settle();
  timer = setInterval(() => {
    if (here === location.href) return;
    here = location.href;
    patience = PATIENCE;
    settle();
  }, LOOK_MS);
}

// Once per page, though it may be injected again when the user switches to automatic.
if (!world.loupeFollows) {
  world.loupeFollows = true;
  follow();
}
