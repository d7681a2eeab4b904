import type { MapMemory, MapWords } from '../../src/protocol/map';
import { element } from '../dom/element';

/** Says what colours and sizes mean. */
export class Legend {
  readonly root = element('footer', { class: 'legend' });

  show(colours: MapMemory['colours'], words: MapWords): void {
    const entries: readonly (readonly [string, string])[] =
      colours === 'notes'
        ? [
            ['about unread', words.about],
            ['mentioned unread', words.mentioned],
            ['none', words.none],
            ['about read', words.read],
          ]
        : [
            ['about unread', words.unread],
            ['about started', words.started],
            ['about read', words.read],
            ['none', words.none],
          ];
    const items = entries.map(([look, text]) =>
      element('li', {
        children: [
          element('span', { class: `tile leaf ${look}`, attributes: { 'aria-hidden': 'true' } }),
          document.createTextNode(text),
        ],
      }),
    );
    this.root.replaceChildren(
      element('ul', { attributes: { 'aria-label': words.legend }, children: items }),
      element('span', { text: words.size }),
      element('span', { class: 'keys', text: words.keys }),
    );
  }
}
