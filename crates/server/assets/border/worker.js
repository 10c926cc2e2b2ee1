// The service worker of the border page. It keeps the page and its files, all of one version, so that the page opens without
// a network. It never touches answers, bundles or records: those are asked for and kept by the page itself.

const KEPT = `comity-border ${PAGE} ${VERSION}`;

addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(KEPT);
    await cache.addAll([PAGE, ...FILES].map((path) => new Request(path, { cache: "no-cache" })));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  const change = async () => {
    const mine = (name) => name.startsWith(`comity-border ${PAGE} `) && name !== KEPT;
    await Promise.all((await caches.keys()).filter(mine).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(change());
});

const kept = async (path) => (await caches.open(KEPT)).match(path);

// The page comes from the registry while it can be reached; what is filled in by the address, the page fills in itself.
const page = async (request) => {
  try {
    return await fetch(request);
  } catch {
    return (await kept(PAGE)) ?? Response.error();
  }
};

// Files are named after their content: what is kept is what was asked for.
const file = async (request, path) => (await kept(path)) ?? fetch(request);

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && url.pathname === PAGE) event.respondWith(page(request));
  else if (FILES.includes(url.pathname)) event.respondWith(file(request, url.pathname));
});
