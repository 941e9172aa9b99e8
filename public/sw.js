// The part of Sasae that lives in the browser without a connection. It keeps the program's own files (their names change
// with their content) and, for a signed-in worker, the empty entry forms, so that a form can be opened and filled in
// offline. Records, lists and other people's pages are never kept. Signing in or out forgets the forms.
const FILES = "sasae-files-v1";
const FORMS = "sasae-forms-v1";
const OFFLINE = "/offline.html";
const NAVIGATION_WAIT_MS = 8000;
const FRESH_MS = 30 * 60 * 1000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(FILES)
      .then((cache) => cache.addAll([OFFLINE, "/favicon.svg"]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => ![FILES, FORMS].includes(name)).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data?.kind === "keep-forms") event.waitUntil(keepForms(event.data.paths));
  if (event.data?.kind === "forget-forms") event.waitUntil(caches.delete(FORMS));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && /^\/(login|logout|membership|language)(\.data)?$/.test(url.pathname)) {
    event.waitUntil(caches.delete(FORMS));
    return;
  }
  if (request.method !== "GET") return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(page(request, url.pathname));
  else if (url.pathname.endsWith(".data")) event.respondWith(formData(request, url.pathname));
});

/** A file of the program: its name tells its content, so the first copy stays good. */
async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(FILES)).put(request, answer.clone());
  return answer;
}

/** A page from the server; without an answer the kept form, or the page that says so. */
async function page(request, pathname) {
  try {
    return await within(fetch(request), NAVIGATION_WAIT_MS, await kept(pathname));
  } catch {
    return (await kept(pathname)) ?? (await caches.match(OFFLINE)) ?? Response.error();
  }
}

/** What a link inside the app asks for; without an answer the kept form's. */
async function formData(request, pathname) {
  try {
    return await fetch(request);
  } catch (cause) {
    const form = await kept(pathname);
    if (form) return form;
    throw cause;
  }
}

async function kept(pathname) {
  return (await caches.open(FORMS)).match(pathname);
}

/** The answer, or the other one where it takes too long. Waits on where there is no other. */
function within(answer, milliseconds, other) {
  if (!other) return answer;
  return Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve(other), milliseconds))]);
}

/** Keeps the empty forms and the files they need; not again within half an hour. */
async function keepForms(paths) {
  const forms = await caches.open(FORMS);
  for (const path of paths) {
    const before = await forms.match(path);
    if (before && Date.now() - Number(before.headers.get("x-kept-at")) < FRESH_MS) continue;
    for (const address of [path, `${path}.data`]) {
      const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
      if (!answer?.ok || answer.redirected) break;
      const body = await answer.text();
      if (address === path) await keepFiles(body);
      const headers = new Headers(answer.headers);
      headers.set("x-kept-at", String(Date.now()));
      headers.delete("content-encoding");
      headers.delete("content-length");
      await forms.put(address, new Response(body, { status: 200, headers }));
    }
  }
}

async function keepFiles(html) {
  const files = await caches.open(FILES);
  const wanted = new Set(html.match(/\/assets\/[\w.~-]+\.(?:js|css)/g) ?? []);
  for (const address of wanted) if (!(await files.match(address))) await files.add(address).catch(() => undefined);
}
