import { plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { mismatchToDo } from '../src/domain/verification';
import { changesText, reportText } from '../src/import/case-report';

describe('what goes out into the folder of a partner', () => {
  it('tells the steps of an application for a licence in the words of a licence', () => {
    const change = {
      position: '1',
      eventId: 'e',
      event: 'filing.accepted',
      reference: 'R-1',
      filingId: 'f',
      seq: 1,
      status: 'ACCEPTED',
      dueOn: null,
      correctBy: null,
      filingNumber: '610116-TYXK-2026-0001',
      at: new Date('2026-11-24T02:00:00Z'),
      institutionStatus: null,
      effectiveOn: null,
      filingEnd: null,
      paper: null,
      verification: null,
      removal: null,
    } as const;
    const told = (regime: 'FILING' | 'LICENCE', renewal = false) =>
      changesText([change], new Map(), new Map([['f', { regime, renewal }]])).split('\n')[1];
    expect(told('LICENCE')).toContain('"准予许可","已许可"');
    expect(told('LICENCE', true)).toContain('"准予延续","已许可"');
    expect(told('FILING')).toContain('"准予备案","已备案"');
  });

  it('says of a visit which items do not match, and what is to be done until when', () => {
    const change = {
      position: '7',
      eventId: 'e',
      event: 'verification.mismatch-found',
      reference: 'R-1',
      filingId: 'f',
      seq: 3,
      status: 'ACCEPTED',
      dueOn: null,
      correctBy: '2026-12-18',
      filingNumber: '610116-YL-2026-0001',
      at: new Date('2026-11-24T02:00:00Z'),
      institutionStatus: 'OPERATING',
      effectiveOn: null,
      filingEnd: null,
      paper: null,
      removal: null,
      verification: {
        visitedOn: '2026-11-24',
        items: ['床位数', '机构名称'],
        toDo: mismatchToDo('FILING', plainDate('2026-12-18')),
      },
    } as const;
    const told = changesText([change], new Map(), new Map()).split('\n')[1];
    expect(told).toContain('"现场核查与备案内容不一致","已备案","","2026-12-18"');
    expect(told).toContain(
      '"不一致的项目：床位数、机构名称。请在2026年12月18日前（含当日）到主管部门办理变更备案，或者改正后告知主管部门复核"',
    );
  });

  it('names which removal it is, how far it has come, and what the filing has become', () => {
    const change = {
      position: '7',
      eventId: 'e',
      event: 'removal.decided',
      reference: 'R-1',
      filingId: 'f',
      seq: 3,
      status: 'ACCEPTED',
      dueOn: null,
      correctBy: null,
      filingNumber: '610116-YL-2026-0001',
      at: new Date('2026-11-24T02:00:00Z'),
      institutionStatus: 'OPERATING',
      effectiveOn: '2026-11-24',
      filingEnd: 'REVOKED',
      paper: null,
      verification: null,
      removal: {
        type: 'REVOCATION',
        number: '长民备撤决〔2026〕1号',
        issuedOn: '2026-11-24',
        service: null,
        statementUntil: null,
        checkUrl: 'https://示例/papers/ABCD',
      },
    } as const;
    const told = (regime: 'FILING' | 'LICENCE', renewal = false) =>
      changesText([change], new Map(), new Map([['f', { regime, renewal }]])).split('\n')[1];
    expect(told('FILING')).toContain('"撤销备案（决定）","备案已撤销"');
    expect(told('LICENCE')).toContain('"撤销行政许可（决定）","许可已撤销"');
    expect(told('FILING')).toContain(
      '"2026-11-24 10:00:00","在营","2026-11-24","长民备撤决〔2026〕1号","","https://示例/papers/ABCD"',
    );
  });

  it('is run by no spreadsheet, whatever partners and officials have written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    const nasty = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', ' ='), text)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nasty, (words) => {
        const report = reportText([
          {
            row: 2,
            reference: words,
            result: 'REFUSED',
            filingId: null,
            faults: [{ place: words, reason: words }],
          },
        ]);
        const change = {
          position: '1',
          eventId: 'e',
          event: 'filing.returned',
          reference: words,
          filingId: 'f',
          seq: 1,
          status: 'RETURNED',
          dueOn: null,
          correctBy: null,
          filingNumber: words,
          at: new Date('2026-11-24T02:00:00Z'),
          institutionStatus: null,
          effectiveOn: null,
          filingEnd: null,
          paper: null,
          verification: null,
          removal: {
            type: 'REVOCATION',
            number: words,
            issuedOn: null,
            service: null,
            statementUntil: null,
            checkUrl: words,
          },
        } as const;
        const changes = changesText([change], new Map([['e', words]]), new Map());
        // A quote within a cell is written twice, so one alone after a comma or at the start of a line opens a cell.
        for (const out of [report, changes]) expect(out).not.toMatch(/(?:^|,)"\s*[=+@-]/mu);
      }),
      { examples: [['="+']] },
    );
  });
});
