/** Sets up everything and opens Kafka 2.2.0 beside its notes in a real VS Code: `npm start`. */
import util from 'node:util';
import { ensureDependencies, needNode } from './dependencies.mjs';
import { ensureKafkaSource, kafkaFolder } from './kafkaSource.mjs';
import { Failure, mustRun } from './process.mjs';
import { findOwnEditor, hasDisplay, openOwnEditor, serveEmbeddedEditor } from './reader.mjs';
import { root } from './root.mjs';
import { packageVsix, vsixFile } from './vsix.mjs';

const help = `Usage: npm start [-- OPTION...]

Builds and packages the extension, gets the source of Kafka 2.2.0, and opens it in a VS Code with the extension installed:
the one that you have (the command code), else an embedded one in the browser. Either way VS Code keeps its settings and
extensions for this in the cache, and your own set-up is not touched. What is downloaded is kept in the cache too.

  --browser     the embedded VS Code even where there is the command code
  --headless    for machines without a display: the embedded VS Code; prints its address and opens nothing
  --no-open     do not open the browser
  --port PORT   where the embedded VS Code listens, on this machine only (else the first free one from 8420 on)
  --check       see that the embedded VS Code answers with the extension installed, and stop
  --help        this text

KAFKA_NOTES_CACHE    the cache (else \${XDG_CACHE_HOME:-~/.cache}/kafka-notes)
KAFKA_NOTES_SOURCE   another folder with Kafka's source`;

/** @param {readonly string[]} args */
function parse(args) {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  try {
    const { values } = util.parseArgs({
      args: [...args],
      options: {
        browser: flag,
        headless: flag,
        'no-open': flag,
        check: flag,
        help: flag,
        port: { type: 'string', default: '8420-8520' },
      },
    });
    if (!/^\d+(-\d+)?$/.test(values.port)) throw new Error(`--port needs a number, not ${values.port}.`);
    return values;
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

/** @param {string} title @param {() => Promise<unknown>} work */
async function step(title, work) {
  console.log(title);
  await work();
}

async function main() {
  needNode();
  const options = parse(process.argv.slice(2));
  if (options.help) {
    console.log(help);
    return;
  }
  process.chdir(root);
  await step('Dependencies', ensureDependencies);
  await step('Build', () => mustRun(process.execPath, ['esbuild.js'], { idleSeconds: 600 }));
  await step('Source of Kafka 2.2.0', () => ensureKafkaSource(kafkaFolder));
  await step('Package', packageVsix);
  const embedded = options.browser || options.headless || options.check || !hasDisplay();
  const own = embedded ? undefined : await findOwnEditor();
  const opened = { vsix: vsixFile(), folder: kafkaFolder };
  await step('VS Code', () =>
    own === undefined
      ? serveEmbeddedEditor(opened, {
          port: options.port,
          open: !options['no-open'] && !options.headless && hasDisplay(),
          check: options.check,
        })
      : openOwnEditor(own, opened),
  );
}

main().catch((/** @type {unknown} */ error) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
});
