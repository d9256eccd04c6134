import { permissionsOf, type Caller } from '@zhaoguan/contracts';
import fc from 'fast-check';
import {
  availableActions,
  isAssisting,
  mayEndAssistance,
  requireRight,
  rightsOver,
  type Filing,
} from '../src/domain/filing';
import { filingProcess } from '../src/domain/filing.process';

const registrar = (id: string, departments = ['civil-affairs']): Caller => ({
  id,
  name: '示例·受理',
  roles: ['REGISTRAR'],
  permissions: permissionsOf(['REGISTRAR']),
  districts: ['610116'],
  departments,
  traceId: 'test',
});
const IN_THE_COUNTY = {
  kind: 'ELDERLY_CARE',
  authority: null,
  advisedBy: [] as readonly string[],
  application: { district: '610116', township: null },
};
const anyFiling = fc
  .record({
    status: fc.constantFrom(...filingProcess.states),
    enteredBy: fc.constantFrom(null, 'me', 'colleague'),
    accountGivenBy: fc.constantFrom(null, 'me', 'colleague'),
    ended: fc.boolean(),
  })
  .map(
    ({ status, enteredBy, accountGivenBy, ended }) =>
      ({
        ...IN_THE_COUNTY,
        applicantId: 'applicant',
        status,
        enteredBy,
        accountGivenBy,
        assistanceEndedAt: ended && enteredBy !== null ? new Date(0) : null,
      }) as Filing,
  );
const DECISIONS = ['return', 'refuse', 'accept'] as const;

describe('assistance at the window', () => {
  it('never lets who entered a filing, or gave its account the password, decide it, and bars nobody else', () => {
    fc.assert(
      fc.property(anyFiling, (filing) => {
        const mine = availableActions(filing, registrar('me'));
        const theirs = availableActions(
          { ...filing, enteredBy: null, accountGivenBy: null, assistanceEndedAt: null },
          registrar('me'),
        );
        for (const action of DECISIONS) {
          const made = filing.enteredBy === 'me' || filing.accountGivenBy === 'me';
          expect(mine.includes(action)).toBe(!made && theirs.includes(action));
        }
      }),
    );
  });

  it('never lets them verify on the spot what they entered, and bars nobody else, nor who gave an opinion', () => {
    fc.assert(
      fc.property(anyFiling, fc.boolean(), (filing, advised) => {
        const made = filing.enteredBy === 'me' || filing.accountGivenBy === 'me';
        const asked = { ...filing, advisedBy: advised ? ['me'] : [] };
        expect(rightsOver(asked, registrar('me')).has('filing.verify')).toBe(!made);
        const verify = () => requireRight(asked, registrar('me'), 'filing.verify');
        if (made) expect(verify).toThrow(expect.objectContaining({ code: 'ENTERED_BY_YOURSELF' }));
        else expect(verify).not.toThrow();
      }),
    );
  });

  it('gives the right to file only to who entered it, while it stands and lies with the applicant', () => {
    fc.assert(
      fc.property(anyFiling, (filing) => {
        const open = filing.status === 'DRAFT' || filing.status === 'RETURNED';
        const may = filing.enteredBy === 'me' && filing.assistanceEndedAt === null && open;
        expect(isAssisting(filing, registrar('me'))).toBe(may);
        expect(rightsOver(filing, registrar('me')).has('filing.file')).toBe(may);
        expect(isAssisting(filing, registrar('me', ['health']))).toBe(false);
      }),
    );
  });

  it('is ended by the applicant alone, and once', () => {
    const filing = {
      applicantId: 'me',
      enteredBy: 'colleague',
      assistanceEndedAt: null,
      status: 'DRAFT',
    } as Filing;
    expect(mayEndAssistance(filing, registrar('me'))).toBe(true);
    expect(mayEndAssistance(filing, registrar('colleague'))).toBe(false);
    expect(mayEndAssistance({ ...filing, assistanceEndedAt: new Date(0) }, registrar('me'))).toBe(false);
    expect(mayEndAssistance({ ...filing, status: 'ACCEPTED' }, registrar('me'))).toBe(false);
  });

  it('says why who entered it does not decide it', () => {
    const filing = {
      ...IN_THE_COUNTY,
      applicantId: 'a',
      enteredBy: 'me',
      status: 'SUBMITTED',
    } as Filing;
    expect(() => requireRight(filing, registrar('me'), 'filing.accept')).toThrow(
      expect.objectContaining({ code: 'ENTERED_BY_YOURSELF' }),
    );
  });

  it('lets no applicant decide what they filed, whatever office they have come into since', () => {
    const own = {
      ...IN_THE_COUNTY,
      applicantId: 'me',
      enteredBy: null,
      status: 'SUBMITTED',
    } as Filing;
    expect(availableActions(own, registrar('me'))).toEqual([]);
    for (const permission of ['filing.accept', 'filing.return', 'filing.refuse', 'filing.consult'] as const)
      expect(() => requireRight(own, registrar('me'), permission)).toThrow(
        expect.objectContaining({ code: 'ENTERED_BY_YOURSELF' }),
      );
  });

  it('lets nobody decide a filing on which they gave the opinion of another department', () => {
    const advised = {
      ...IN_THE_COUNTY,
      applicantId: 'applicant',
      enteredBy: null,
      advisedBy: ['me'],
      status: 'SUBMITTED',
    } as unknown as Filing;
    expect(availableActions(advised, registrar('me'))).toEqual([]);
    for (const permission of ['filing.accept', 'filing.return', 'filing.refuse', 'filing.consult'] as const)
      expect(() => requireRight(advised, registrar('me'), permission)).toThrow(
        expect.objectContaining({ code: 'ADVISED_BY_YOURSELF' }),
      );
    expect(availableActions(advised, registrar('colleague'))).toEqual(expect.arrayContaining([...DECISIONS]));
  });
});
