/** The record of a page about what ran in it that should not. */
interface Ran {
  ran: string[];
}

/**
 * Runs in a page and tries every way that we know to ask `to` for something, and to run text as a script. The page stays where it
 * is. Resolves to what ran.
 */
export async function tryWaysOut(to: string): Promise<string[]> {
  const { ran } = Object.assign(globalThis, { ran: [] } satisfies Ran);
  const attempt = (act: () => unknown): void => {
    try {
      void Promise.resolve(act()).catch(() => undefined);
    } catch {
      // What is refused is what the test wants.
    }
  };
  const add = (markup: string): void => {
    const box = document.createElement('div');
    box.innerHTML = markup;
    document.body.append(box);
  };
  const run = (name: string): string => `globalThis.ran.push('${name}')`;
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, set: Partial<HTMLElementTagNameMap[K]>): void =>
    document.body.append(Object.assign(document.createElement(tag), set));

  attempt(() => (new Image().src = `${to}/image`));
  attempt(() => fetch(`${to}/fetch`, { mode: 'no-cors' }));
  attempt(() => navigator.sendBeacon(`${to}/sendBeacon`));
  attempt(() => new WebSocket(`${to.replace('http', 'ws')}/WebSocket`));
  attempt(() => new EventSource(`${to}/EventSource`));
  attempt(() => {
    const request = new XMLHttpRequest();
    request.open('GET', `${to}/XMLHttpRequest`);
    request.send();
  });
  attempt(() => new Worker(URL.createObjectURL(new Blob([`fetch('${to}/worker')`], { type: 'text/javascript' }))));
  attempt(() => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${to.slice('http://'.length)}` }] });
    connection.createDataChannel('a');
    return connection.createOffer().then((offer) => connection.setLocalDescription(offer));
  });

  make('script', { src: `${to}/script.js` });
  make('script', { src: `${to}/module.js`, type: 'module' });
  make('script', { textContent: run('inline script') });
  make('script', { textContent: `import('${to}/import.js')` });
  make('style', { textContent: `@import '${to}/import.css'; @font-face { font-family: evil; src: url(${to}/font) }` });
  make('style', { textContent: `.evil { background: url(${to}/background); font-family: evil; list-style: url(${to}/list) }` });
  make('link', { rel: 'stylesheet', href: `${to}/style.css` });
  make('link', { rel: 'prefetch', href: `${to}/prefetch` });
  make('link', { rel: 'preload', href: `${to}/preload`, as: 'image' });
  make('link', { rel: 'modulepreload', href: `${to}/modulepreload.js` });
  make('link', { rel: 'preconnect', href: to });
  make('link', { rel: 'icon', href: `${to}/icon` });
  make('form', { action: `${to}/form`, target: 'inside' });
  make('iframe', { src: `${to}/iframe`, name: 'inside' });
  make('iframe', { srcdoc: `<script>parent.ran.push('srcdoc')</script><img src="${to}/srcdoc">` });
  make('iframe', { src: `javascript:parent.ran.push('frame')` });
  make('object', { data: `${to}/object` });
  make('embed', { src: `${to}/embed` });
  make('video', { src: `${to}/video`, poster: `${to}/poster`, preload: 'auto' });
  make('audio', { src: `${to}/audio`, preload: 'auto' });
  make('input', { type: 'image', src: `${to}/input` });
  make('a', { href: '#nowhere', ping: `${to}/ping` });
  add(`<img src="" onerror="${run('handler')}">`);
  add(`<svg width="9" height="9"><image href="${to}/svg" width="9" height="9"/></svg>`);
  add(`<picture><source srcset="${to}/srcset"><img></picture>`);
  add(`<p class="evil" style="background: url(${to}/attribute)">evil</p>`);
  attempt(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`p { border-image: url(${to}/sheet) 1 }`);
    document.adoptedStyleSheets.push(sheet);
  });
  attempt(() => document.querySelector('form')?.submit());
  attempt(() => document.querySelector<HTMLAnchorElement>('a[ping]')?.click());
  // Outside of the call of the debugger, for which the policy may not count.
  setTimeout(() => {
    attempt(() => {
      (0, eval)(run('eval'));
    });
    attempt(() => (Reflect.construct(Function, [run('Function')]) as () => void)());
    attempt(() => void Reflect.apply(setTimeout, globalThis, [run('timer')]));
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  make('base', { href: `${to}/base/` });
  add('<img src="relative">');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return ran;
}

/** Runs in a page and tries every way to leave it for `to`, or to open it elsewhere. The last ones may take the page away. */
export function tryToLeave(to: string): void {
  Object.assign(document.createElement('a'), { href: `${to}/download`, download: 'a' }).click();
  for (const target of ['_blank', '_top', '_parent', '_self']) {
    const link = Object.assign(document.createElement('a'), { href: `${to}/link${target}`, target });
    const form = Object.assign(document.createElement('form'), { action: `${to}/form${target}`, target });
    document.body.append(link, form);
    link.click();
    form.submit();
  }
  for (const target of ['_blank', '_top', '_parent']) window.open(`${to}/open${target}`, target);
  const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0; url=${to}/refresh` });
  document.head.append(refresh);
  setTimeout(() => (location.href = `${to}/location`), 300);
}
