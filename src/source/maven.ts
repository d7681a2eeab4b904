import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Report } from './download';
import { checkJar, unpackJar } from './jar';
import type { Release } from './release';
import { SourceError } from './sourceError';

/** Windows has a script, which only a shell starts. */
const onWindows = process.platform === 'win32';

/** Returns whether `mvn` is on the PATH and runs. It does so in the reader's own folder: the one that is opened may have a `.mvn`. */
export async function hasMaven(): Promise<boolean> {
  return new Promise((resolve) => {
    const maven = spawn('mvn', ['--version'], { cwd: homedir(), stdio: 'ignore', shell: onWindows });
    maven.on('error', () => resolve(false));
    maven.on('exit', (code) => resolve(code === 0));
  });
}

/** Gets the source jars of all modules through Maven, checks each, and unpacks them into `into`, laid out like a checkout. */
export async function unpackMavenJars(
  release: Release,
  into: string,
  scratch: string,
  signal: AbortSignal,
  report: Report,
): Promise<void> {
  const jars = join(scratch, 'jars');
  await mkdir(into, { recursive: true });
  await writeFile(join(scratch, 'pom.xml'), pom(release, jars));
  // Maven runs what the nearest `.mvn` folder above the project names, and a folder above may be anybody's.
  await mkdir(join(scratch, '.mvn'));
  await runMaven(scratch, signal, (done) => report('download', done, release.jars.length));
  let done = 0;
  for (const jar of release.jars) {
    const file = join(jars, `${jar.artifact}-${release.version}-${jar.classifier}.jar`);
    await checkJar(jar, file);
    await unpackJar(jar, file, into, signal);
    report('unpack', ++done, release.jars.length);
  }
  await writeFile(join(into, 'gradle.properties'), properties(release));
}

async function runMaven(folder: string, signal: AbortSignal, copied: (count: number) => void): Promise<void> {
  const args = ['-B', '-C', '-f', join(folder, 'pom.xml'), 'dependency:copy'];
  const maven = spawn('mvn', onWindows ? args.map((arg) => `"${arg}"`) : args, { cwd: folder, signal, shell: onWindows });
  let count = 0;
  const errors: string[] = [];
  createInterface({ input: maven.stdout }).on('line', (line) => {
    if (/Copying .*\.jar to /.test(line)) copied(++count);
    if (line.includes('[ERROR]')) errors.push(line.replace(/^.*?\[ERROR\]\s*/, ''));
  });
  createInterface({ input: maven.stderr }).on('line', (line) => errors.push(line));
  const code = await new Promise<number | null>((resolve, reject) => {
    maven.on('error', (error) => {
      reject('code' in error && error.code === 'ENOENT' ? new SourceError('noMaven') : error);
    });
    maven.on('close', resolve);
  });
  if (code !== 0) throw new SourceError('maven', [errors.slice(0, 4).join('\n')]);
}

function pom({ group, version, jars }: Release, folder: string): string {
  const items = jars.map(
    ({ artifact, classifier }) =>
      `<artifactItem><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>` +
      `<classifier>${classifier}</classifier></artifactItem>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>kafka-notes</groupId><artifactId>source</artifactId><version>1</version><packaging>pom</packaging>
  <build><plugins><plugin>
    <groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId><version>3.6.1</version>
    <configuration><outputDirectory>${escapeXml(folder)}</outputDirectory><artifactItems>
${items.join('\n')}
    </artifactItems></configuration>
  </plugin></plugins></build>
</project>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Makes the file that a checkout is recognised by. */
function properties({ project, group, version }: Release): string {
  return `# Written by Kafka Notes: this folder holds the source jars of ${project} ${version}, laid out like a checkout.
group=${group}
version=${version}
`;
}
