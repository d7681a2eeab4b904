import { join } from 'node:path';
import { judged } from './suite';

/** The forms that Kafka does not have, or hardly has: each folder of fixtures is a tree. */
judged({
  title: 'Scala 2.12 and Java 8 that is hard to read',
  root: join(__dirname, 'fixtures', 'old'),
  languages: { scala: '2.12', java: 'JAVA_8' },
  atLeast: 100,
});
judged({
  title: 'Scala 2.13 and Java 21 that is hard to read',
  root: join(__dirname, 'fixtures', 'new'),
  languages: { scala: '2.13', java: 'JAVA_21' },
  atLeast: 100,
});
