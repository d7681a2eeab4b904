import { expect } from 'chai';
import { NameQuery } from '../../../src/core/language/nameQuery';

/** Those of the names that fit, the best first. */
function found(typed: string, ...names: readonly string[]): string[] {
  const query = new NameQuery(typed);
  const ranked = names.map((name) => ({ name, rank: query.rank(name) })).filter(({ rank }) => rank !== undefined);
  return ranked.sort((a, b) => a.rank! - b.rank!).map(({ name }) => name);
}

describe('a name that is looked for', () => {
  it('is found by its start, in any case, the whole name first', () => {
    expect(found('log', 'LogManager', 'log', 'Log', 'Lag')).to.deep.equal(['log', 'Log', 'LogManager']);
  });

  it('is found by its humps, then by a part of it', () => {
    expect(found('ar', 'appendRecords', 'Partition', 'AbstractRequest', 'Broker')).to.deep.equal([
      'appendRecords',
      'AbstractRequest',
      'Partition',
    ]);
    for (const typed of ['apprec', 'appendR', 'aRecords', 'APPREC', 'arec'])
      expect(found(typed, 'appendRecords'), typed).to.have.length(1);
    expect(found('hs', 'HTTPServer')).to.have.length(1);
    expect(found('ms', 'MAX_SIZE', 'maxsize')).to.deep.equal(['MAX_SIZE']);
    expect(found('v2', 'recordV2', 'record2V')).to.deep.equal(['recordV2']);
  });

  it('is not found by letters anywhere in it', () => {
    for (const typed of ['aeo', 'recapp', 'appendRecordss', 'rx']) expect(found(typed, 'appendRecords'), typed).to.deep.equal([]);
  });

  it('is found in what contains it', () => {
    const query = new NameQuery('ReplicaManager#append');
    expect(query.rank('appendRecords')).to.equal(2);
    expect(query.fitsAround('kafka.server.ReplicaManager')).to.equal(true);
    expect(query.fitsAround('kafka.log.Log')).to.equal(false);
    expect(new NameQuery('append kafka.log').fitsAround('kafka.log.Log')).to.equal(true);
  });

  it('is none where nothing was typed', () => {
    for (const typed of ['', '  ', '.', '#']) expect(new NameQuery(typed).isEmpty, typed).to.equal(true);
  });

  it('is compared quickly, whatever was typed', () => {
    const began = Date.now();
    expect(new NameQuery(`${'aA'.repeat(40)}x`).rank('aA'.repeat(100))).to.equal(undefined);
    expect(Date.now() - began).to.be.lessThan(1000);
  });
});
