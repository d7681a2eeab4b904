import { kafkaSource } from '../cli/kafkaSource';
import { judged } from './suite';

judged({
  title: "Kafka 2.2.0's tests and what its build generates",
  root: kafkaSource(),
  part: 'beside main',
  languages: { scala: '2.12', java: 'JAVA_8' },
  atLeast: 15_000,
});
