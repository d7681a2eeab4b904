import { expect } from 'chai';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { allowedAddress, allowedAddresses, allowedAttributes, allowedTags } from '../../../media/purifier/allowed';
import { shippedNotes } from '../search/shippedNotes';
import { rendered } from './rendering';

/** Returns what the purifier would take away from HTML. */
function takenFrom(html: string): string[] {
  const taken: string[] = [];
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    if ('tagName' in node && !allowedTags.includes(node.tagName)) taken.push(node.tagName);
    for (const { name, value } of 'attrs' in node ? node.attrs : []) {
      const isKnown = allowedAddresses.includes(name) ? allowedAddress.test(value) : allowedAttributes.includes(name);
      if (!isKnown) taken.push(`${name}="${value}"`);
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return taken;
}

const everything = `# T

> [!TIP]
> a $x$ [^1] ~~b~~ ![p](p.png "t") [k](kafka:a.B) [f](f.md) [s](#t) [w](https://a.b "t") [m](mailto:a@b.c) [i](command:x)

$$
y
$$

<details open><summary>s <kbd>k</kbd><sub>1</sub><sup>2</sup></summary>

3. <font color="red">red</font><br><img src="p.png" width="10" height="50%" title="t">
4. - [x] done

</details>

<center><table><caption>c</caption><thead><tr><th align="right" colspan="2">a</th></tr></thead><tfoot><tr><td rowspan="2">b</td></tr></tfoot></table></center>

| a | b |
| - | :-: |
| c | d |

***

\`\`\`java
f(); // kafka:a.B
\`\`\`

\`\`\`kafka
a.B
\`\`\`

\`\`\`mermaid
flowchart LR
\`\`\`

[^1]: n
`;

describe('what the purifier leaves in a note', () => {
  it('is all that a note is made of', async () => {
    expect(takenFrom(rendered(everything))).to.deep.equal([]);
    for (const { text } of [...(await shippedNotes('en')), ...(await shippedNotes('zh-cn'))]) {
      expect(takenFrom(rendered(text))).to.deep.equal([]);
    }
  });

  it('is nothing else', () => {
    expect(takenFrom('<b a="b" href="javascript:x" onclick="x">a</b><img src="data:x" style="a">')).to.have.length(6);
    for (const tag of allowedTags) expect(tag).to.match(/^(?!script|style|iframe|svg|math|template|form|object|embed)[a-z\d]+$/);
    expect(allowedAttributes.filter((name) => /^on|^style$|^name$|^for$|src|href|action|^is$/.test(name))).to.deep.equal([]);
  });
});
