import { expect } from 'chai';
import { rendered } from './rendering';

describe('links of a rendered note', () => {
  it('gives an anchor its state, its title and its index', () => {
    const html = rendered('[`a`](kafka:a.B) [b](kafka:a.C#d(E,F)) [a](kafka:a.B)', { 'kafka:a.C#d(E,F)': 'ambiguous' });
    expect(html).to.match(
      /<a href="kafka:a\.B" class="anchor exact" title="to kafka:a\.B" data-anchor="\d" data-occurrence="0"><code>a<\/code><\/a>/,
    );
    expect(html).to.include('class="anchor ambiguous" title="to kafka:a.C#d(E,F)" data-anchor="1"');
  });

  it('finds anchors however they are written', () => {
    const texts = ['kafka:a.B#%3Cinit%3E', 'kafka:a.B:~:text=x%20%3D%201', 'kafka:/config/a.properties'];
    for (const text of texts) expect(rendered(`[x](${text})`, { [text]: 'missing' }), text).to.include('class="anchor missing"');
    expect(rendered('[x](<kafka:a.B#c(D, E)>)'), 'spaces').to.include('class="anchor exact"');
    expect(rendered('[x][r]\n\n[r]: kafka:a.B'), 'by reference').to.include('class="anchor exact"');
    expect(rendered('<kafka:a.B>'), 'autolink').to.include('class="anchor exact"');
  });

  it('shows a malformed anchor as such', () => {
    expect(rendered('[x](kafka:a.B#)')).to.include('class="anchor malformed"');
  });

  it('leaves sections and files to the host', () => {
    expect(rendered('[x](#a-b)')).to.include('<a href="#a-b" data-section="a-b">x</a>');
    expect(rendered('[x](#%E4%B8%AD)')).to.include('data-section="中"');
    expect(rendered('[x](#%zz)')).to.include('data-section=');
    expect(rendered('[x](../a/b.md#c "T")')).to.include('<a href="../a/b.md#c" title="T" data-file="../a/b.md#c">x</a>');
  });

  it('leaves the web to the editor', () => {
    expect(rendered('[x](https://kafka.apache.org/a?b&c)')).to.include(
      '<a href="https://kafka.apache.org/a?b&amp;c" title="https://kafka.apache.org/a?b&amp;c" class="web">x</a>',
    );
    expect(rendered('[x](mailto:a@b.c)')).to.include('class="web"');
  });

  it('follows nothing else', () => {
    for (const href of [
      'command:workbench.action.quit',
      'vscode://x/y',
      'vscode-resource://x',
      'JAVASCRIPT:alert(1)',
      '//host/x',
      'file:///etc/passwd',
    ]) {
      const html = rendered(`[x **y**](${href})`);
      expect(html, href).not.to.match(/<a |href/);
    }
    expect(rendered('[x](command:a)')).to.include('<span class="inert" title="Not opened">x</span>');
  });

  it('closes each link with its own tag', () => {
    expect(rendered('[a](command:a)[b](#b)[c](command:c)')).to.include('</span><a href="#b" data-section="b">b</a><span');
  });
});
