import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder, cached } from './cache.mjs';
import { kafkaFolder } from './kafkaSource.mjs';
import { mustRun } from './process.mjs';
import { needJdk, needMaven } from './programs.mjs';
import { root } from './root.mjs';

const project = join(root, 'test', 'oracle-uses');
const inputs = ['pom.xml', 'src/JavaUses.java', 'src/ScalaUses.scala'].map((name) => join(project, name));
const hash = createHash('sha256');
for (const input of inputs) hash.update(readFileSync(input));
const name = `uses-${hash.digest('hex').slice(0, 12)}`;

/** The folder with the answers of the compilers to every name in Kafka's core and clients: `java.tsv` and `scala.tsv`. */
export const judgedUses = join(cacheFolder(), name);

/** @param {string} folder @param {string} extension @returns {string[]} */
function filesBelow(folder, extension) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Lets the compilers of Java and Scala read Kafka and write down what each name refers to, unless that is done. */
export async function ensureJudgedUses() {
  if (existsSync(judgedUses)) return;
  const purpose = 'Comparing uses with what the compilers take them for';
  await needJdk(purpose);
  await needMaven(purpose);
  await cached(name, async (folder) => {
    console.log('  letting javac and scalac read Kafka, with the libraries from Maven Central');
    const [scratch, output] = [join(folder, '.scratch'), (/** @type {string} */ file) => join(folder, file)];
    const [libraries, classes] = [join(scratch, 'libraries'), join(scratch, 'classes')];
    mkdirSync(classes, { recursive: true });
    const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${libraries}`];
    await mustRun('mvn', ['-q', '-B', '-C', '-f', join(project, 'pom.xml'), ...copy], { idleSeconds: 600 });
    const jars = readdirSync(libraries).map((jar) => join(libraries, jar));
    const withoutCore = jars.filter((jar) => !/kafka_2|scala-compiler/.test(jar)).join(delimiter);
    const java = ['clients/src/main', 'clients/src/generated', 'core/src/main'].flatMap((one) =>
      filesBelow(join(kafkaFolder, one), '.java'),
    );
    const core = join(kafkaFolder, 'core/src/main');
    writeFileSync(output('.java'), java.join('\n'));
    writeFileSync(output('.scala'), [...filesBelow(core, '.scala'), ...filesBelow(core, '.java')].join('\n'));
    await mustRun('javac', ['-d', classes, join(project, 'src/JavaUses.java')], { idleSeconds: 600 });
    const all = jars.join(delimiter);
    const compiler = ['scala.tools.nsc.Main', '-usejavacp', '-d', classes, join(project, 'src/ScalaUses.scala')];
    await mustRun('java', ['-Xss8m', '-cp', all, ...compiler], { idleSeconds: 600 });
    const classPath = [classes, ...jars].join(delimiter);
    await mustRun('java', ['-cp', classes, 'oracle.JavaUses', all, output('.java'), output('java.tsv')], { idleSeconds: 600 });
    const scala = ['oracle.ScalaUses', withoutCore, output('.scala'), output('scala.tsv')];
    await mustRun('java', ['-Xss16m', '-cp', classPath, ...scala], { idleSeconds: 600 });
    for (const one of [scratch, output('.java'), output('.scala')]) rmSync(one, { recursive: true });
  });
}
