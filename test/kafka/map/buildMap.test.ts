import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMap } from '../../../src/core/map/buildMap';
import { eachNode, lookOf, type MapNode } from '../../../src/core/map/mapNode';
import { sourceSets } from '../../../src/core/symbols/sourcePlace';
import { kafkaSource } from '../../cli/kafkaSource';
import { kafkaMap } from './kafkaMap';

function find(root: MapNode, kind: MapNode['kind'], name: string): MapNode {
  const found = [...eachNode(root)].filter((node) => node.kind === kind && node.name === name);
  expect(found, `${kind} ${name}`).to.have.length(1);
  return found[0]!;
}

const main = new Set(['main'] as const);

describe('the map of Kafka 2.2.0', function () {
  this.timeout(120_000);

  it('has every main file once, and every file where tests are included', async () => {
    const { source, tree, notes } = await kafkaMap();
    const filesOf = (root: MapNode) => [...eachNode(root)].flatMap(({ kind, file }) => (kind === 'file' ? [file] : []));
    const all = [...source.table.files];
    expect(filesOf(buildMap(tree, notes, main)).sort()).to.deep.equal(all.filter((file) => file.includes('/src/main/')).sort());
    expect(filesOf(buildMap(tree, notes, new Set(sourceSets))).sort()).to.deep.equal(all.sort());
  });

  it('has unique ids', async () => {
    const { tree, notes } = await kafkaMap();
    const ids = Array.from(eachNode(buildMap(tree, notes, new Set(sourceSets))), ({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('counts in each area the sum of its parts', async () => {
    const { tree, notes } = await kafkaMap();
    for (const node of eachNode(buildMap(tree, notes, new Set(sourceSets)))) {
      for (const count of ['files', 'types', 'annotated', 'unreadFiles', 'lines'] as const) {
        const sum = node.children.reduce((all, child) => all + child[count], 0);
        if (node.kind === 'tree' || node.kind === 'module' || node.kind === 'package') expect(node[count], node.id).to.equal(sum);
      }
      if (node.kind === 'file')
        expect(node.lines, node.id).to.equal(node.children.reduce((all, { lines }) => all + lines, 0) || 1);
      const inside = new Set(node.children.flatMap(({ sections }) => sections.map(({ section }) => section)));
      const own = new Set(node.sections.map(({ section }) => section));
      expect(own.size, `sections of ${node.id}, each once`).to.equal(node.sections.length);
      for (const section of inside) expect(own.has(section), node.id).to.equal(true);
      expect(node.read).to.be.at.most(node.sections.length);
      expect(node.annotated).to.be.at.most(node.types);
    }
  });

  it('sizes a file by the lines of its types', async () => {
    const { tree, notes } = await kafkaMap();
    const producer = find(buildMap(tree, notes, main), 'file', 'KafkaProducer.java');
    const lines = readFileSync(join(kafkaSource(), producer.file!), 'utf8').split('\n');
    const from = lines.findIndex((line) => line.startsWith('public class KafkaProducer'));
    expect(producer.lines).to.equal(lines.findLastIndex((line) => line.startsWith('}')) - from + 1);
  });

  it('has the modules and packages that Kafka has', async () => {
    const { tree, notes } = await kafkaMap();
    const root = buildMap(tree, notes, main);
    expect(root.children.map(({ name }) => name)).to.include.members(['clients', 'core', 'streams', 'connect/runtime', 'tools']);
    const server = find(root, 'package', 'kafka.server');
    expect(server.children.map(({ name }) => name)).to.include.members(['KafkaApis.scala', 'ReplicaManager.scala']);
    const network = find(root, 'file', 'SocketServer.scala');
    expect(network.children.map(({ name }) => name)).to.include.members(['SocketServer', 'Acceptor', 'Processor']);
  });

  it('knows the types that the shipped notes are about', async () => {
    const { tree, notes } = await kafkaMap();
    const root = buildMap(tree, notes, main);
    expect(lookOf(find(root, 'file', 'KafkaProducer.java')).notes).to.equal('about');
    expect(lookOf(find(root, 'file', 'KafkaStreams.java')).notes).to.equal('none');
    const acceptor = find(find(root, 'file', 'SocketServer.scala'), 'type', 'Acceptor');
    expect(acceptor.about).to.be.above(0);
    const titles = acceptor.sections.map(({ section }) => notes.sections[section]?.title ?? '');
    expect(titles.join()).to.include('Acceptor');
  });

  it('crosses to the page in at most 110 kB for the source and 6 kB for each note', async () => {
    const { tree, notes } = await kafkaMap();
    expect(JSON.stringify(tree).length).to.be.below(110_000);
    expect(JSON.stringify(notes).length).to.be.below(6000 * notes.notes.length);
  });
});
