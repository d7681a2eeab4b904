import { expect } from 'chai';
import { linkPlaceAt, type LinkPlace } from '../../../src/core/notes/linkPlace';

/** Returns the kind of the place that `|` marks in the last line, and what would be replaced there. */
function placeIn(text: string): string {
  const lines = text.split('\n');
  const marked = lines.pop() ?? '';
  const line = marked.replace('|', '');
  const place: LinkPlace = linkPlaceAt(lines, line, marked.indexOf('|'));
  return 'start' in place ? `${place.kind} ${line.slice(place.start, place.end)}` : place.kind;
}

describe('linkPlaceAt', () => {
  it('knows the destination of a link, whole or half written', () => {
    expect(placeIn('see [a](kafka:p.A|)')).to.equal('destination kafka:p.A');
    expect(placeIn('see [a](kafka:p|.A#b) and')).to.equal('destination kafka:p.A#b');
    expect(placeIn('see [a](kafka:p.A|')).to.equal('destination kafka:p.A');
    expect(placeIn('see [a](|)')).to.equal('destination ');
    expect(placeIn('see <kafka:p.A|> there')).to.equal('destination kafka:p.A');
    expect(placeIn('[a]: kafka:p|')).to.equal('destination kafka:p');
    expect(placeIn('[a](<kafka:p|>)')).to.equal('destination kafka:p');
    expect(placeIn('[a](kafka:p.A#b(Int|))')).to.equal('destination kafka:p.A#b(Int)');
  });

  it('tells the link’s words and what stands behind it from the destination', () => {
    expect(placeIn('see [a|](kafka:p.A)')).to.equal('text');
    expect(placeIn('see [a](kafka:p.A)| and')).to.equal('text');
    expect(placeIn('see [a](kafka:p.A) more|')).to.equal('text');
    expect(placeIn('a < b|')).to.equal('text');
  });

  it('knows a fence that shows code from one that holds code', () => {
    expect(placeIn('```kafka\n  p.A#b|')).to.equal('excerpt p.A#b');
    expect(placeIn('> ```kafka\n|')).to.equal('excerpt ');
    expect(placeIn('```java\nint a|')).to.equal('code');
    expect(placeIn('```kafka\np.A\n```\nsee |')).to.equal('text');
    expect(placeIn('~~~~\n```\n~~~\nsee |')).to.equal('code');
    expect(placeIn('say `a|` b')).to.equal('code');
    expect(placeIn('say `a` b|')).to.equal('text');
  });
});
