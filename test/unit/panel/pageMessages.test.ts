import { expect } from 'chai';
import { isPageMessage, readMemory } from '../../../src/extension/panel/pageMessages';

const call = (method: unknown, ...args: unknown[]) => ({ kind: 'call', id: 1, method, args });

describe('messages of the panel’s page', () => {
  it('are the calls that there are, with what they take', () => {
    const good = [
      call('ready'),
      call('openAnchor', 'n', 'kafka:a'),
      call('openAnchor', 'n', 'KAFKA:#'),
      call('choose', 'n', 'kafka:a', 'write', 'f:1:1'),
      call('choose', 'n', 'kafka:a', 'search', ''),
      call('readExcerpts', 'n', []),
      call('readExcerpts', 'n', ['a', 'b']),
      call('openPlace', 'n', 'a', 'f:1:1'),
      call('openLink', 'n', 'h'),
      call('openSection', 'n', ''),
      call('back'),
      call('focused', true),
      call('leave'),
      call('run', 'kafkaNotes.getSource'),
    ];
    for (const message of good) expect(isPageMessage(message), JSON.stringify(message)).to.equal(true);
    expect(isPageMessage({ kind: 'result', id: 1, value: undefined })).to.equal(true);
    expect(isPageMessage({ kind: 'error', id: 1, message: 'x' })).to.equal(true);
  });

  it('are nothing else', () => {
    const bad = [
      undefined,
      null,
      'ready',
      [],
      {},
      call('run', 'workbench.action.quit'),
      call('run', 'kafkaNotes.getSource', 'more'),
      call('openAnchor', 'n'),
      call('openAnchor', 'n', 'command:a'),
      call('choose', 'n', 'a', 'open', 'f:1:1'),
      call('choose', 'n', 'kafka:a', 'delete', 'f:1:1'),
      call('choose', 'n', 'kafka:a', 'open'),
      call('readExcerpts', 'n', 'a'),
      call('readExcerpts', 'n', ['a', 1]),
      call(
        'readExcerpts',
        'n',
        Array.from({ length: 20_000 }, () => 'a'),
      ),
      call('openPlace', 'n', 'a', 1),
      call('focused', 'yes'),
      call('openAnchor', 'n', { toString: 'kafka:a' }),
      call('openAnchor', 'n', `kafka:${'a'.repeat(1_000_000)}`),
      call('openLink', ['n'], 'h'),
      call('run', 'vscode.open'),
      call('run', ['kafkaNotes.getSource']),
      call('run', 'kafkaNotes.resetProgress'),
      call('hasOwnProperty'),
      JSON.parse('{"kind":"call","id":1,"__proto__":{"method":"back","args":[]}}'),
      call('constructor'),
      call('__proto__'),
      call('toString'),
      call(1),
      { kind: 'call', id: 1, method: 'ready', args: { length: 0 } },
      { kind: 'call', id: '1', method: 'ready', args: [] },
      { kind: 'error', id: 1 },
      { kind: 'other', id: 1 },
    ];
    for (const message of bad) expect(isPageMessage(message), JSON.stringify(message)).to.equal(false);
  });
});

describe('the page’s memory', () => {
  const memory = { note: 'file:///n.md', section: 's', shown: 7, pinned: true, top: { slug: 's', block: 2, offset: 12.5 } };

  it('is read back', () => {
    expect(readMemory(memory)).to.deep.equal(memory);
    expect(readMemory({ ...memory, section: undefined, more: 1 })).not.to.have.any.keys('section', 'more');
  });

  it('is not taken from anything else', () => {
    const bad = [
      undefined,
      null,
      1,
      {},
      { ...memory, note: 1 },
      { ...memory, section: 1 },
      { ...memory, shown: '7' },
      { ...memory, pinned: 1 },
      { ...memory, top: {} },
    ];
    for (const kept of bad) expect(readMemory(kept), JSON.stringify(kept)).to.equal(undefined);
  });
});
