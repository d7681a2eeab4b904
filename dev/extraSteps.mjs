import { runLabs } from './labs.mjs';
import { ensureMainSources } from './laterKafka.mjs';
import { ensureLaterKafka } from './oracle.mjs';
import { mocha, preparing, tsx } from './stepWork.mjs';
import { ensureJudgedUses } from './usesJudge.mjs';

/** The steps that run only when they are named. @type {readonly import('./steps.mjs').Step[]} */
export const extraSteps = [
  {
    name: 'labs-all',
    what: 'all sentences of the notes that a lab proves',
    needs: ['labs-built'],
    counted: 'suites',
    extra: true,
    work: runLabs('all'),
  },
  {
    name: 'trails-all',
    what: 'every step of every trail of the notes, in the Node extension host of a real VS Code',
    needs: ['test-bundles', 'kafka', 'editor'],
    counted: 'suites',
    extra: true,
    work: tsx('test/vscode/run.ts', 'walks'),
  },
  {
    name: 'docs-all',
    what: 'all doc comments of Kafka 2.2.0’s Java files against what Javadoc’s own parser sees',
    needs: ['dependencies', 'kafka'],
    counted: 'suites',
    extra: true,
    work: mocha('test/oracle-docs/kafkaDocs.test.ts'),
  },
  {
    name: 'later-kafka',
    what: 'the source of a later Kafka, in the cache',
    needs: [],
    counted: 'no',
    extra: true,
    work: preparing(ensureLaterKafka),
  },
  {
    name: 'oracle',
    what: 'the symbols of all of Kafka 2.2.0 and of a later one against what the judge sees',
    needs: ['build', 'kafka', 'judge', 'later-kafka'],
    counted: 'suites',
    extra: true,
    work: mocha('test/oracle/**/*.test.ts'),
  },
  {
    name: 'main-sources',
    what: 'the main sources of three later releases of Kafka, in the cache',
    needs: [],
    counted: 'no',
    idleSeconds: 300,
    extra: true,
    work: preparing(ensureMainSources),
  },
  {
    name: 'releases',
    what: 'where the anchors of all main symbols of Kafka 2.2.0 lead in later releases',
    needs: ['build', 'kafka', 'main-sources'],
    counted: 'suites',
    idleSeconds: 600,
    extra: true,
    work: mocha('test/releases/**/*.test.ts'),
  },
  {
    name: 'judged-uses',
    what: 'what javac and scalac take the names in Kafka for, in the cache',
    needs: ['kafka'],
    counted: 'no',
    extra: true,
    work: preparing(ensureJudgedUses),
  },
  {
    name: 'uses',
    what: 'what names in Kafka’s core and clients refer to, against the compilers',
    needs: ['dependencies', 'kafka', 'judged-uses'],
    counted: 'suites',
    extra: true,
    work: mocha('test/oracle-uses/**/*.test.ts'),
  },
  {
    name: 'desktop',
    what: 'in the extension host of a downloaded desktop VS Code',
    needs: ['test-bundles', 'kafka'],
    counted: 'suites',
    extra: true,
    work: tsx('test/vscode/runDesktop.ts'),
  },
];
