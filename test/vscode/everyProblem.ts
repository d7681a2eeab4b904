/** The names of folders that a walk, an encoding or a list of build folders may stumble over. */
const oddFolders = [
  'build',
  'dist',
  'target',
  'out',
  'bin',
  'v1.2',
  'with space',
  "it's (one)!",
  '#hash',
  '100%',
  '%41',
  'what?',
  '[x]',
  '{y}',
  'a&b;c=d',
  'plus+comma,at@',
  '~tilde$*',
  'quote"d',
  'back\\slash',
  '笔记',
  'Ünïcode',
  '😀',
  'INDEX.md',
  'node_modules.old',
  ...Array.from({ length: 3 }, (_, index) => Array(20).fill(`deep${index}`).join('/')),
];

/** Files that are no part of the notes: nothing is said of them. */
const leftOut = ['.hidden/n.md', 'node_modules/p/n.md', 'sub/node_modules/p/n.md', 'ignored/n.md', 'a.txt', 'b.mdx'];

/** Something is wrong in each line; the folder that it lies in makes no difference. */
const wrongAnywhere = '[d](gone.md) [m](kafka:kafka.network.SocketServer#nowhere) [t](kafka:kafka..log)\n';

/** Notes with each problem that there is, by their paths below the folder of notes. */
export const notes: Readonly<Record<string, string | Uint8Array>> = {
  'README.md':
    '# Mine\n\n- [x] no link\n- [ ] [there](links.md)\n  - [x] [gone](gone%20too.md)\n- [ ] later\n- [x] [rooted](/links.md#no-such)\n',
  'front.md': '---\ntitle: [\n---\n# Front\n',
  'fence.md': '# Fence\n```scala\nval x = 1\n',
  'excerpts.md': '# Excerpts\n```kafka\n```\n```kafka\nkafka.log.Log\nkafka.log.Log$\n```\n```kafka\nkafka.log..Log\n```\n',
  'latin.md': Uint8Array.of(0x41, 0x0a, 0xe9, 0x0a),
  'large.md': `# Large\n${'a'.repeat(5_000_000)}`,
  'links.md':
    '# Links\n[f](gone.md) ![i](gone.png) [s](#gone) [o](fence.md#gone) [fine](fence.md#fence) [c](FENCE.md) [up](../gradle.properties)\n' +
    '[folder](build/) [no folder](fence.md/) [back](sub/../fence.md) [e](with%20space/n.md) [%](%zz.md) [slash](build%2Fn.md)\n' +
    '[out](../../../../../../../../etc/passwd-of-nobody) [w](https://kafka.apache.org) [q](fence.md?x#gone) [n](<with space/n.md>)\n',
  'notALink.md': '# Not\n[f](kafka:a b)\n',
  'anchors.md':
    '# Anchors\n[1](kafka:)\n[2](kafka:a..B)\n[3](kafka:a.B#)\n[4](<kafka:a.B#m(Int>)\n[5](kafka:/a/../b)\n' +
    '[6](kafka:a.B:~:text=)\n[7](kafka:a.B#%zz)\n[8](kafka:a.B#L12)\n',
  'bindings.md':
    '# Bindings [fine](kafka:kafka.network.SocketServer#startup)\n[a](kafka:org.apache.kafka.clients.producer.KafkaProducer#close)\n' +
    '[s](kafka:kafka.network.SocketServr)\n[q](kafka:kafka.network.SocketServer:~:text=no%20such%20words%20here)\n' +
    '[f](kafka:/no/such.file)\n[u](kafka:kafka.odd.Binary)\n[p](kafka:/gradle.properties) [d](kafka:/core)\n',
  '.gitignore': 'ignored/\n',
  'sub/UPPER.MD': wrongAnywhere,
  'sub/long.markdown': wrongAnywhere,
  ...Object.fromEntries([...oddFolders.map((name) => `${name}/n.md`), ...leftOut].map((path) => [path, wrongAnywhere])),
};

/** Source that the notes speak of besides Kafka's, by its path below the tree's root. */
export const source: Readonly<Record<string, Uint8Array>> = {
  'core/src/main/scala/kafka/odd/Binary.scala': Uint8Array.of(0x63, 0x00, 0x01, 0x02),
};
