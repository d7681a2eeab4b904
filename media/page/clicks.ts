import { openAround } from '../dom/openAround';
import type { Rpc } from '../../src/core/util/rpc';
import type { PanelCalls, PanelHostCalls, PanelState } from '../../src/protocol/panel';

/** The extension, as the page calls it. */
export type Host = Rpc<PanelHostCalls, PanelCalls>;

interface Clicks {
  state(): PanelState | undefined;
  readonly host: Host;
  /** Opens the code of an anchor, given the link to it. */
  openAnchor(link: HTMLElement | SVGElement, note: string, anchor: string): void;
  openSection(slug: string): void;
  /** Shows all of the code of an excerpt, or less of it; `index` is its anchor's among the note's anchors. */
  toggleExcerpt(index: number): void;
  /** Says something to screen readers. */
  say(words: string): void;
}

/** Registers one listener for the whole note. The data that `render/` gave to an element says what a click on it means. */
export function listenToClicks(root: HTMLElement, clicks: Clicks): void {
  root.addEventListener('click', (event) => {
    const hit = event.target instanceof Element ? event.target.closest('a, button') : null;
    const state = clicks.state();
    if (!isActive(hit) || state?.note === undefined) return;
    if (act(hit, state.note.uri, state, clicks)) {
      // The editor would try to open the link, too.
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

/** Returns whether an element may be clicked. Links in pictures are SVG and not HTML. */
function isActive(hit: Element | null): hit is HTMLElement | SVGElement {
  return hit instanceof HTMLElement || hit instanceof SVGElement;
}

function act(hit: HTMLElement | SVGElement, note: string, state: PanelState, clicks: Clicks): boolean {
  const { anchor, section, file, jump, copy, enlarge, more, place } = hit.dataset;
  if (anchor !== undefined) clicks.openAnchor(hit, note, state.note?.anchors[Number(anchor)]?.text ?? '');
  else if (section !== undefined) clicks.openSection(section);
  else if (file !== undefined) void clicks.host.call('openLink', note, file);
  else if (more !== undefined) clicks.toggleExcerpt(Number(more));
  else if (place !== undefined) void clicks.host.call('openPlace', note, excerptAnchor(hit, state), place);
  else if (jump !== undefined) jumpTo(jump);
  else if (copy !== undefined) void copyCode(hit, state, clicks);
  else if (enlarge !== undefined) hit.setAttribute('aria-expanded', String(hit.getAttribute('aria-expanded') !== 'true'));
  else return false;
  return true;
}

/** Returns the anchor of the excerpt that an element stands in. */
function excerptAnchor(element: Element, { note }: PanelState): string {
  const index = element.closest<HTMLElement>('.excerpt')?.dataset.excerpt;
  return note?.anchors[Number(index)]?.text ?? '';
}

/** Goes to an element of the page, as the browser does, and lets the keyboard go on from there. */
function jumpTo(id: string): void {
  const target = document.getElementById(id);
  openAround(target);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

async function copyCode(button: Element, { words }: PanelState, clicks: Clicks): Promise<void> {
  await navigator.clipboard.writeText(button.closest('.excerpt, .code')?.querySelector('pre code')?.textContent ?? '');
  button.textContent = words.copied;
  clicks.say(words.copied);
  setTimeout(() => {
    button.textContent = words.copy;
    clicks.say('');
  }, 1500);
}
