import type { Random } from '../unit/symbols/random';

/** Words with everything that means something in Markdown or nearly means something in Javadoc. */
const words = (
  'a offset partition the log. Kafka, (see) a_b_c __consumer_offsets *star **two #1 [x] [y](z) ![i](j) | ~~s~~ a\\b \\* < > a<b &x; & && a@b.org ' +
  "me@example.com @home 3.5 1) + - = == --- ~ :smile: {a} {{b}} } $x ${y} \"quoted\" 's ''two'' x^2 日志 😀 <T> List<String> " +
  '<foo@bar.org> http://kafka.apache.org/a_b#c_d https://x.org. end! :: ; % /* // 100% ||'
).split(' ');
const entities = '&lt; &gt; &amp; &quot; &nbsp; &#64; &#x41; &#X2190; &copy; &mdash; &rarr; &alpha; &#43;'.split(' ');
const references = [
  'Log',
  'org.apache.kafka.common.Node',
  '#append',
  'Log#append(Batch, int)',
  'org.x.Log#read(Map<K, V>, int)',
  'Log.Inner#CONSTANT',
  'java.util.Map',
];
const codes = [
  'a',
  'a_b',
  'a * b * c',
  'if (a) { b { c } }',
  'List<String>',
  'a &lt; b',
  '`',
  '``x',
  '{}',
  '@Override',
  '"]("',
  '<b>',
  '|',
  '\\',
];

/** Generates a legal, if odd, Java doc comment, with every inline tag and element inside of every other one that may hold it. */
export function generateDoc(random: Random): string {
  const [lineEnd, star] = [random.oneOf(['\n', '\n', '\r\n']), random.oneOf([' * ', ' * ', ' *', '\t* ', '   ', '  ** '])];
  const isOneLine = random.below(8) === 0;
  const lines = [...blocks(random, 2), ...tags(random).slice(0, isOneLine ? 1 : 3)].join('\n').split('\n');
  const inside = lines.map((line) => (star + line).replace(/\*\//g, '* /'));
  if (isOneLine) return `/** ${lines.join(' ').replace(/\*\//g, '* /')} */`;
  const last = random.oneOf(['*/', ' */', ' **/']);
  return ['/**', ...inside, last].join(lineEnd);
}

function tags(random: Random): string[] {
  return Array.from({ length: random.below(4) }, () => {
    const said = `x ${text(random, 1)}`;
    return random.oneOf([
      `@param name ${said}`,
      `@param <T> ${said}`,
      `@return ${said}`,
      `@throws java.io.IOException ${said}`,
      `@deprecated ${said}`,
      `@since 2.0 ${said}`,
      `@see ${random.oneOf(references)}`,
      `@see ${random.oneOf(references)} ${random.oneOf(['a label', 'the <i>log</i>'])}`,
      '@see "The book of logs"',
      '@see <a href="https://kafka.apache.org/x">the docs</a>',
      `@author me ${said}`,
      `@implNote ${said}`,
      `@custom.tag ${said}`,
    ]);
  });
}

function blocks(random: Random, depth: number): string[] {
  return Array.from({ length: random.below(4) }, () => block(random, depth));
}

function block(random: Random, depth: number): string {
  const said = text(random, 2);
  if (depth === 0) return said;
  const inner = (): string => blocks(random, depth - 1).join('\n');
  // Javadoc takes an annotation that begins a line for a block tag, even in code.
  const lineOfCode = random.oneOf(codes.filter((one) => !one.startsWith('@')));
  return random.oneOf([
    () => said,
    () => `${random.oneOf(['<p>', '<P>', '<p/>', '<p class="x">'])}${said}`,
    () => `<p>${said}</p>`,
    () => `${said}${random.oneOf(['<br>', '<BR/>', '<hr>'])}${text(random, 1)}`,
    () => `<ul>\n<li>${said}</li>\n<li>${inner()}</li>\n</ul>`,
    () => `<OL>\n<LI>${said}\n<LI>${inner()}\n</OL>`,
    () => `<dl><dt>${said}</dt><dd>${inner()}</dd></dl>`,
    () => `<h3>${said}</h3>`,
    () => `<blockquote>${inner()}</blockquote>`,
    () => `<table><tr><th>${said}</th><th>b</th></tr>\n<tr><td>${text(random, 1)}</td><td>${said}</td></tr></table>`,
    () =>
      `<pre>\n  int a = 1;\n\n    ${lineOfCode.replace(/</g, '&lt;')} {@code ${random.oneOf(codes)}} {@link ${random.oneOf(references)}};\n</pre>`,
    () => `<PRE>{@code\n  List<String> a = b;\n    ${lineOfCode}\n}</PRE>`,
    () => `<pre class="x"><code>\n  a\n    b <b>c</b>\n</code></pre>`,
    () => `<div>${inner()}</div>`,
    () => `${said}\n\n${text(random, 1)}`,
  ])();
}

function text(random: Random, depth: number): string {
  const parts = Array.from({ length: 1 + random.below(6) }, () => piece(random, depth));
  return parts.reduce((all, part) => all + random.oneOf([' ', ' ', ' ', '\n', '']) + part).replace(/\n(?=[ \t]*@)/g, ' ');
}

function piece(random: Random, depth: number): string {
  const word = random.oneOf(words);
  if (depth === 0) return word;
  const inner = (): string => text(random, depth - 1);
  // In the label of an inline tag, braces must be balanced and angle brackets must be those of HTML elements, so the words lose
  // theirs.
  const label = (): string =>
    `${random.oneOf(words).replace(/[{}<>]/g, '')} <i>${random.oneOf(words).replace(/[{}<>]/g, '')}</i>`;
  return random.oneOf([
    () => word,
    () => word,
    () => word,
    () => random.oneOf(entities),
    () => `{@code ${random.oneOf(codes)}}`,
    () => `{@code\n${random.oneOf(codes.filter((one) => !one.startsWith('@')))} x}`,
    () => `{@literal ${random.oneOf(codes)} ${random.oneOf(words).replace(/[{}]/g, '')}}`,
    () => `{@link ${random.oneOf(references)}}`,
    () => `{@linkplain ${random.oneOf(references)} ${label()} x}`,
    () => `{@value ${random.oneOf(['#SIZE', 'org.x.Log#SIZE'])}}`,
    () => '{@index "two words" said}',
    () => '{@systemProperty user.name}',
    () => '{@inheritDoc}',
    () => `<b>${inner()}</b>`,
    () => `<EM>${inner()}</EM>`,
    () => `<code>${label()} ${label()}</code>`,
    () =>
      `<a href="https://kafka.apache.org/${random.oneOf(['', 'a_b?c=d&amp;e=f', '#x'])}">${inner().replace(/https?:/g, '')}</a>`,
    () => `<a href='#x'>${inner()}</a>`,
    () => `<!-- ${random.oneOf(['aside', 'a < b', '{@code'])} -->`,
    () => `<span style="x">${inner()}</span>`,
  ])();
}
