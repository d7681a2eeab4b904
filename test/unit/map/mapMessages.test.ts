import { expect } from 'chai';
import { isMapMessage } from '../../../src/extension/map/mapMessages';

const call = (method: unknown, ...args: unknown[]) => ({ kind: 'call', id: 1, method, args });

describe('messages of the map’s page', () => {
  it('are accepted as the known calls with their arguments', () => {
    const good = [
      call('ready'),
      call('openFile', 'core/A.scala', null, false),
      call('openFile', 'core/A.scala', 'A', true),
      call('openSection', 'file:///n.md', ''),
      call('run', 'kafkaNotes.getSource'),
      { kind: 'result', id: 1 },
    ];
    for (const message of good) expect(isMapMessage(message), JSON.stringify(message)).to.equal(true);
  });

  it('are refused as anything else', () => {
    const bad = [
      call('openFile', 'core/A.scala', null),
      call('openFile', 'core/A.scala', 1, false),
      call('openFile', 1, null, false),
      call('openFile', 'core/A.scala', null, 'yes'),
      call('run', 'workbench.action.quit'),
      call('run', 'kafkaNotes.resetProgress'),
      call('openSection', 'file:///n.md'),
      call('openFile', 'a'.repeat(1_000_000), null, false),
      call('openLink', 'file:///n.md', 'command:workbench.action.quit'),
      call('toString'),
      call('__proto__'),
      undefined,
    ];
    for (const message of bad) expect(isMapMessage(message), JSON.stringify(message)).to.equal(false);
  });
});
