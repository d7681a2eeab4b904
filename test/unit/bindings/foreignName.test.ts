import { expect } from 'chai';
import { canonicalTarget } from '../../../src/core/bindings/anchorOf';
import { symbolNamedBy } from '../../../src/core/bindings/foreignName';
import { printAnchor } from '../../../src/core/notes/printAnchor';
import { readTable } from './readTable';

const log = `package kafka.log
class Log(val dir: String) {
  def append(records: Int): Int = {
    records
  }
  def read(a: Int): Int = a
  def read(a: String): Int = 1
  class Part { def end = 2 }
}
object Log {
  def apply(): Log = new Log("")
  val Suffix = ".log"
}
`;
const client = `package org.apache.kafka.clients;
public class Client {
  public enum State { READY }
  public Client(String name) {}
  public void send(String topic, int partition) {}
  static class Handler { void handle() {} }
}
`;
const file = 'core/src/main/scala/kafka/log/Log.scala';

async function named(text: string): Promise<string | undefined> {
  const table = await readTable({ [file]: log, 'clients/src/main/java/org/apache/kafka/clients/Client.java': client });
  const symbol = symbolNamedBy(text, table, '2.2.0');
  return symbol && printAnchor(canonicalTarget(symbol));
}

/** Expects each text to name the symbol, or none. */
async function expectNamed(cases: Readonly<Record<string, string | undefined>>): Promise<void> {
  for (const [text, anchor] of Object.entries(cases)) expect(await named(text), text).to.equal(anchor);
}

describe('symbolNamedBy', () => {
  it('understands lines of stack traces, and what Scala’s compiler makes of functions', async () => {
    await expectNamed({
      'kafka.log.Log.append(Log.scala:3)': 'kafka:kafka.log.Log#append(Int)',
      '\tat kafka.log.Log.append(Log.scala:751)': 'kafka:kafka.log.Log#append(Int)',
      'at app//kafka.log.Log.append(Log.scala:751)': 'kafka:kafka.log.Log#append(Int)',
      'at kafka.log.Log.$anonfun$append$2(Log.scala:4)': 'kafka:kafka.log.Log#append(Int)',
      'at kafka.log.Log$$anonfun$append$2.apply(Log.scala:4)': 'kafka:kafka.log.Log#append(Int)',
      'at kafka.log.Log$$anonfun$append$2$$anonfun$apply$1.apply(Log.scala:4)': 'kafka:kafka.log.Log#append(Int)',
      'at kafka.log.Log.kafka$log$Log$$append(Log.scala:4)': 'kafka:kafka.log.Log#append(Int)',
      'at kafka.log.Log$.apply(Log.scala:11)': 'kafka:kafka.log.Log$#apply()',
      'at kafka.log.Log.<init>(Log.scala:2)': 'kafka:kafka.log.Log#%3Cinit%3E(String)',
      'at kafka.log.Log$.<clinit>(Log.scala)': 'kafka:kafka.log.Log$',
      'at org.apache.kafka.clients.Client$Handler.handle(Client.java:6)':
        'kafka:org.apache.kafka.clients.Client.Handler#handle()',
      'at org.apache.kafka.clients.Client$1.send(Client.java:6)': 'kafka:org.apache.kafka.clients.Client',
      'at kafka.log.Log$$anon$1.append(Log.scala:6)': 'kafka:kafka.log.Log',
      'at kafka.log.Log.gone(Log.scala:4)': undefined,
    });
  });

  it('never guesses among overloads', async () => {
    await expectNamed({ 'kafka.log.Log.read(Log.scala:6)': undefined, 'kafka.log.Log#read': undefined });
  });

  it('understands references of Javadoc and names as programs write them', async () => {
    await expectNamed({
      'kafka.log.Log#read(String)': 'kafka:kafka.log.Log#read(String)',
      '{@link org.apache.kafka.clients.Client#send(String, int) sends}': 'kafka:org.apache.kafka.clients.Client#send(String,int)',
      'org.apache.kafka.clients.Client#send(String topic, int partition)':
        'kafka:org.apache.kafka.clients.Client#send(String,int)',
      'org.apache.kafka.clients.Client.send(String topic, int partition)':
        'kafka:org.apache.kafka.clients.Client#send(String,int)',
      'org.apache.kafka.clients.Client.send(final java.lang.String topic, int[] a)': undefined,
      'org.apache.kafka.clients.Client.send(java.util.Map<String, Integer> a)': undefined,
      'org.apache.kafka.clients.Client.send()': 'kafka:org.apache.kafka.clients.Client#send(String,int)',
      'org.apache.kafka.clients.Client#Client(String)': 'kafka:org.apache.kafka.clients.Client#%3Cinit%3E(String)',
      'org.apache.kafka.clients.Client': 'kafka:org.apache.kafka.clients.Client',
      'org.apache.kafka.clients.Client$State': 'kafka:org.apache.kafka.clients.Client.State',
      'org/apache/kafka/clients/Client$State': 'kafka:org.apache.kafka.clients.Client.State',
      'Lorg/apache/kafka/clients/Client;': 'kafka:org.apache.kafka.clients.Client',
      'kafka.log.Log$': 'kafka:kafka.log.Log$',
      'kafka.log.Log.Suffix': 'kafka:kafka.log.Log$#Suffix',
      'kafka:kafka.log.Log#append': 'kafka:kafka.log.Log#append(Int)',
    });
  });

  it('leaves words, other projects’ names and sentences alone', async () => {
    await expectNamed({
      Log: undefined,
      append: undefined,
      'java.util.List': undefined,
      'see kafka.log.Log': undefined,
      'log.flush.interval.messages': undefined,
      'kafka.log': undefined,
      '': undefined,
    });
  });

  it('understands GitHub’s addresses, lines only of the version that is open', async () => {
    const at = (ref: string, rest: string) =>
      `https://github.com/apache/kafka/blob/${ref}/core/src/main/scala/kafka/log/Log.scala${rest}`;
    await expectNamed({
      [at('2.2.0', '#L4')]: 'kafka:kafka.log.Log#append(Int)',
      [at('2.2.0', '#L3-L5')]: 'kafka:kafka.log.Log#append(Int)',
      [at('2.2.0', '')]: 'kafka:kafka.log.Log',
      [at('trunk', '')]: 'kafka:kafka.log.Log',
      [at('trunk', '#L4')]: undefined,
      'https://github.com/apache/kafka/blob/2.2.0/core/src/main/scala/kafka/log/Gone.scala': undefined,
      'https://example.org/kafka.log.Log': undefined,
    });
  });
});
