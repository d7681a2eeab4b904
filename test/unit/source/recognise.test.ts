import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import { kafka } from '../../../src/kafka/kafka';
import { childUri, type Folders } from '../../../src/source/folders';
import { nodeFolders } from '../../../src/source/nodeFolders';
import { recogniseTrees, type RecognisedTree } from '../../../src/source/recognise';
import { makeFolder } from './tree';

const properties = '# Kafka\r\ngroup = org.apache.kafka\r\nversion=2.2.0\r\n';

describe('recognising Kafka source', () => {
  const folders: string[] = [];
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  /** Returns the trees that are recognised when `opened` is opened, with the roots relative to the made folder. */
  async function recognise(files: Readonly<Record<string, string>>, opened = ''): Promise<readonly RecognisedTree[]> {
    const folder = await makeFolder(files);
    folders.push(folder);
    const home = pathToFileURL(folder).href;
    const trees = await recogniseTrees(pathToFileURL(join(folder, opened)).href.replace(/\/$/, ''), nodeFolders, kafka.marks);
    return trees.map((tree) => ({ ...tree, root: tree.root.slice(home.length) }));
  }

  it('knows a checkout by its Gradle properties', async () => {
    assert.deepEqual(await recognise({ 'gradle.properties': properties }), [{ root: '', layout: 'checkout', version: '2.2.0' }]);
  });

  it('finds the checkout around an opened subfolder', async () => {
    const files = { 'gradle.properties': properties, 'core/src/main/scala/kafka/Kafka.scala': '' };
    assert.deepEqual(await recognise(files, 'core/src/main/scala/kafka'), [{ root: '', layout: 'checkout', version: '2.2.0' }]);
  });

  it('finds every checkout below an opened parent', async () => {
    const files = { 'a/gradle.properties': properties, 'vendor/b c/gradle.properties': properties.replace('2.2.0', '3.9.1') };
    assert.deepEqual(await recognise(files), [
      { root: '/a', layout: 'checkout', version: '2.2.0' },
      { root: '/vendor/b%20c', layout: 'checkout', version: '3.9.1' },
    ]);
  });

  it('knows an unpacked source jar, with and without its name', async () => {
    assert.deepEqual(await recognise({ 'kafka/server/KafkaApis.scala': '' }), [{ root: '', layout: 'packages' }]);
    assert.deepEqual(
      await recognise({ 'kafka-clients-2.2.0-sources/org/apache/kafka/common/Node.java': '' }, 'kafka-clients-2.2.0-sources'),
      [{ root: '/kafka-clients-2.2.0-sources', layout: 'packages', version: '2.2.0' }],
    );
  });

  it('takes a folder of unpacked jars for one tree', async () => {
    const files = {
      'jars/kafka_2.12-2.2.0-sources/kafka/server/KafkaApis.scala': '',
      'jars/kafka-clients-2.2.0-test-sources/org/apache/kafka/common/A.java': '',
    };
    const tree = { root: '/jars', layout: 'packages', version: '2.2.0' } as const;
    assert.deepEqual(await recognise(files, 'jars'), [tree]);
    assert.deepEqual(await recognise(files), [tree]);
  });

  it('finds none in other projects', async () => {
    assert.deepEqual(await recognise({ 'gradle.properties': 'group=org.example\n', 'src/org/apache/flink/A.java': '' }), []);
    assert.deepEqual(await recognise({ 'src/main/java/org/example/kafka/server/A.java': '', 'kafka/README.md': '' }), []);
  });

  it('looks in every folder above, the root of the disk or the drive among them, and no further', async () => {
    for (const [opened, root] of [
      ['file:///a/b', 'file:///'],
      ['file:///', 'file:///'],
      ['file:///c%3A/a/b', 'file:///c%3A/'],
      ['file:///c%3A/', 'file:///c%3A/'],
      ['file://server/share/a', 'file://server/share/'],
      ['memory:/a', 'memory:/'],
    ] as const) {
      const asked: string[] = [];
      const disk = (uri: string): Folders => ({
        list: () => Promise.resolve([]),
        read: (one) => (asked.push(one), Promise.resolve(one === uri ? new TextEncoder().encode(properties) : undefined)),
        identity: (one) => Promise.resolve(one),
      });
      const found = await recogniseTrees(opened, disk(childUri(root, 'gradle.properties')), kafka.marks);
      assert.deepEqual(found, [{ root, layout: 'checkout', version: '2.2.0' }]);
      assert.deepEqual(await recogniseTrees(opened, disk(''), kafka.marks), []);
      assert.isTrue(
        asked.every((one) => one.startsWith(root)),
        asked.join('\n'),
      );
    }
  });

  it('finds none at an address that is no path of this system, and does not fail', async () => {
    assert.deepEqual(await recogniseTrees('file://server/share/kafka', nodeFolders, kafka.marks), []);
  });

  it('finds none in a folder that is not there', async () => {
    assert.deepEqual(await recognise({}, 'gone'), []);
  });
});
