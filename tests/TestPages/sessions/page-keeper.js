// Keeps every page that was asked for once, and never asks for it again.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.respondWith(page(event.request));
});

async function page(request) {
  const pages = await caches.open("pages");
  const kept = await pages.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  await pages.put(request, answer.clone());
  return answer;
}
