// Refreshes the parts marked data-live without moving the page under the reader.
const pause = 3000;
async function refresh() {
  const parts = document.querySelectorAll("[data-live]");
  if (parts.length && !document.hidden && !String(getSelection())) {
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location)).text(), "text/html");
      for (const part of parts) {
        const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
        if (fresh && fresh.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
          part.innerHTML = fresh.innerHTML;
        }
      }
    } catch {
      // The demo is stopped; the page keeps what it shows.
    }
  }
  setTimeout(refresh, pause);
}
setTimeout(refresh, pause);

// The frame of a mail is as high as the mail.
for (const frame of document.querySelectorAll("iframe")) {
  const fit = () => {
    // A page is never less high than its frame.
    frame.style.height = 0;
    frame.style.height = `${frame.contentDocument?.documentElement.scrollHeight ?? 0}px`;
  };
  frame.addEventListener("load", fit);
  addEventListener("resize", fit);
  fit();
}
