import { KINDS, type FilingType, type Kind } from '@zhaoguan/contracts';
import { addDays, addMonths, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { displayValue, fieldsOf, missingFields, validateForm } from '../src';
import { CONTEXT, FORMS } from './forms.builder';
import { faultsOf, NOTICE, noticeFormOf, TERMS, TOLD } from './notice.builder';

describe('the forms of suspension, resumption and closure', () => {
  it.each(KINDS)('of a %s want the least of each and no more', (kind) => {
    const missing = (type: FilingType) =>
      missingFields(noticeFormOf(kind, type), {}).map(({ pointer }) =>
        pointer.replace('/institution/notice/', ''),
      );
    expect(missing('RESUMPTION')).toEqual(['startsOn', 'reason']);
    const stopping = ['startsOn', 'endsOn', 'reason', 'notifiedOn', 'residents', 'refundFen'];
    expect(missing('SUSPENSION')).toEqual(stopping);
    expect(missing('CLOSURE')).toEqual([
      ...stopping.filter((name) => name !== 'endsOn' && name !== 'refundFen'),
      'recordsKeptBy',
      'refundFen',
    ]);
  });

  it('are satisfied by a notice that says where everybody goes', () => {
    expect(faultsOf('SUSPENSION', NOTICE)).toEqual([]);
    expect(faultsOf('CLOSURE', { ...NOTICE, endsOn: null, recordsKeptBy: '示例·档案室' })).toEqual([]);
    expect(faultsOf('CLOSURE', { ...NOTICE, endsOn: null, recordsKeptBy: '。' })).toEqual([
      'recordsKeptBy NOT_IN_WORDS',
    ]);
    expect(faultsOf('SUSPENSION', { ...NOTICE, residents: 0, placements: [] })).toEqual([]);
  });

  it('of a 托育机构 tell that parents have no time where it stops on the day on which it is told or handed in', () => {
    const today = plainDate(CONTEXT.today);
    const of = (kind: Kind, startsOn: string, notifiedOn: string) =>
      validateForm(
        noticeFormOf(kind, 'SUSPENSION'),
        { institution: { notice: { ...NOTICE, startsOn, notifiedOn } } },
        { ...CONTEXT, terms: {} },
      ).filter(({ code }) => code === 'STOPS_AT_ONCE');
    const warned = [{ pointer: '/institution/notice/startsOn', severity: 'WARNING' }];
    expect(of('CHILDCARE', today, today)).toMatchObject(warned);
    expect(of('CHILDCARE', today, addDays(today, -20))).toMatchObject(warned);
    expect(of('CHILDCARE', addDays(today, 1), today)).toEqual([]);
    expect(of('ELDERLY_CARE', today, today)).toEqual([]);
  });

  it('want the days in advance that the place asks for, to the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }), (days, between) => {
        const notice = { ...NOTICE, startsOn: addDays(TOLD, between) };
        const faults = faultsOf('SUSPENSION', notice, { ...TERMS, SERVICE_STOP_NOTICE: days });
        expect(faults.includes('startsOn NOTICE_TOO_SHORT')).toBe(between < days);
      }),
    );
    expect(faultsOf('CLOSURE', { ...NOTICE, startsOn: addDays(TOLD, -1) }, {})).toContain(
      'startsOn STOPS_BEFORE_NOTICE',
    );
  });

  it('of the old are warned when fees go back only after the service has stopped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 40 }),
        fc.constantFrom('SUSPENSION', 'CLOSURE'),
        (later, type) => {
          const notice = { ...NOTICE, refundBy: addDays(NOTICE.startsOn, later) };
          expect(faultsOf(type, notice).includes('refundBy REFUND_AFTER_STOP')).toBe(later > 0);
        },
      ),
    );
  });

  it('are about days to come, after a notice that was given', () => {
    const today = plainDate(CONTEXT.today);
    for (const type of ['SUSPENSION', 'RESUMPTION', 'CLOSURE'] as const) {
      const on = (startsOn: string) => faultsOf(type, { startsOn, reason: '示例' });
      expect(on(addDays(today, -1))).toEqual(['startsOn STARTS_IN_THE_PAST']);
      expect(on(today)).toEqual([]);
    }
    const told = (notifiedOn: string) => faultsOf('CLOSURE', { notifiedOn });
    expect(told(addDays(today, 1))).toEqual(['notifiedOn TOLD_IN_THE_FUTURE']);
    expect(told(today)).toEqual([]);
    expect(faultsOf('CLOSURE', { ...NOTICE, refundBy: addDays(TOLD, -1) })).toEqual([
      'refundBy REFUND_BEFORE_NOTICE',
    ]);
  });

  it('let nobody go on years ahead, nor on a day that has passed', () => {
    const today = plainDate(CONTEXT.today);
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.integer({ min: -400, max: 1500 }), (kind, ahead) => {
        const institution = { notice: { startsOn: addDays(today, ahead), reason: '示例·装修完成' } };
        const context = { ...CONTEXT, terms: { RESUMPTION_AHEAD: 180 } };
        const codes = validateForm(noticeFormOf(kind, 'RESUMPTION'), { institution }, context).map(
          ({ code }) => code,
        );
        const wrong = ahead < 0 ? ['STARTS_IN_THE_PAST'] : ahead > 180 ? ['RESUMES_TOO_LATE'] : [];
        expect(codes).toEqual(wrong);
      }),
    );
  });

  it('ask for no days in advance where the place sets none', () => {
    const notice = { ...NOTICE, notifiedOn: addDays(NOTICE.startsOn, 1) };
    expect(faultsOf('CLOSURE', notice, { ...TERMS, SERVICE_STOP_NOTICE: 0 })).not.toContain(
      'startsOn NOTICE_TOO_SHORT',
    );
  });

  it('warn where money is to be given back and the notice was given less than 30 days before', () => {
    const faults = (days: number, refundFen: number | null) => {
      const notice = { ...NOTICE, startsOn: addDays(TOLD, days), refundFen };
      const terms = { SERVICE_STOP_NOTICE: 0, CLOSURE_NOTICE_PREPAID: 30 };
      return (['SUSPENSION', 'CLOSURE'] as const).map((type) =>
        validateForm(
          noticeFormOf('ELDERLY_CARE', type),
          { institution: { notice } },
          { ...CONTEXT, terms },
        ).find(({ code }) => code === 'REFUND_NOTICE_SHORT'),
      );
    };
    // Where the day is typed nobody has said yet what is to be given back.
    for (const fault of [...faults(29, 1), ...faults(29, null)]) {
      expect(fault).toMatchObject({ severity: 'WARNING', pointer: '/institution/notice/startsOn' });
      expect(fault?.message).toContain('30 日');
      expect(fault?.basis?.law).toContain('民发〔2024〕19号');
    }
    expect([...faults(30, null), ...faults(29, 0)]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('show where everybody goes, and nothing that was not asked', () => {
    const field = fieldsOf(noticeFormOf('ELDERLY_CARE', 'CLOSURE')).find(({ type }) => type === 'rows');
    if (!field) throw new Error('no rows are asked for');
    expect(displayValue(field, NOTICE.placements)).toBe(
      '转入其他机构 2 人（示例·长安颐养院）；回家照护 1 人',
    );
    expect(displayValue(field, [])).toBe('未填报');
  });

  it('look twice at a suspension of more than three years', () => {
    const ends = addMonths(NOTICE.startsOn, 36);
    expect(faultsOf('SUSPENSION', { ...NOTICE, endsOn: ends })).toEqual([]);
    expect(faultsOf('SUSPENSION', { ...NOTICE, endsOn: addDays(ends, 1) })).toEqual([
      'endsOn SUSPENSION_TOO_LONG',
    ]);
    expect(faultsOf('SUSPENSION', { ...NOTICE, endsOn: '2026-11-02' })).toEqual(['endsOn ENDS_BEFORE_START']);
  });

  it('look twice at an end that lies more than twelve months ahead, and take it', () => {
    const last = addMonths(plainDate(CONTEXT.today), 12);
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.integer({ min: -400, max: 1500 }), (kind, later) => {
        const notice = { ...NOTICE, startsOn: addDays(last, later) };
        const context = { ...CONTEXT, terms: { CLOSURE_AHEAD: 12 } };
        const far = validateForm(noticeFormOf(kind, 'CLOSURE'), { institution: { notice } }, context).filter(
          ({ code }) => code === 'ENDS_FAR_AHEAD',
        );
        expect(far.map(({ severity }) => severity)).toEqual(later > 0 ? ['WARNING'] : []);
        if (later > 0) expect(far[0]?.message).toContain('今天起 12 个月以后');
      }),
    );
  });

  it('take money in whole fen, and show it in yuan', () => {
    const field = fieldsOf(noticeFormOf('ELDERLY_CARE', 'CLOSURE')).find(({ type }) => type === 'money');
    if (!field) throw new Error('no money is asked for');
    for (const wrong of [1.5, -1, '12', 1e15])
      expect(faultsOf('SUSPENSION', { ...NOTICE, refundFen: wrong })).toEqual(['refundFen IS_AMOUNT']);
    expect([0, 5, 1_250_000, 123_456_789_012].map((fen) => displayValue(field, fen))).toEqual([
      '0.00 元',
      '0.05 元',
      '12,500.00 元',
      '1,234,567,890.12 元',
    ]);
  });

  it.each(['SUSPENSION', 'CLOSURE'] as const)(
    'of the old ask in a %s where everybody goes while somebody lives there, and by when is paid back what is owed',
    (type) => {
      const form = noticeFormOf('ELDERLY_CARE', type);
      const { version, effectiveFrom } =
        type === 'CLOSURE'
          ? { version: 6, effectiveFrom: '2026-12-19' }
          : { version: 6, effectiveFrom: '2026-12-26' };
      expect(form).toMatchObject({ version, effectiveFrom, effectiveTo: null });
      const told = { ...NOTICE, recordsKeptBy: '示例·档案室' };
      const open = (notice: object) =>
        missingFields(form, { institution: { notice: { ...told, ...notice } } }).map(
          ({ pointer, required }) => `${pointer.replace('/institution/notice/', '')} ${String(required)}`,
        );
      expect(open({})).toEqual(['refundBy form']);
      expect(open({ placements: [] })).toEqual(['placements true', 'refundBy form']);
      fc.assert(
        fc.property(fc.nat({ max: 3 }), fc.nat({ max: 3 }), (residents, refundFen) => {
          const missing = open({ residents, refundFen, placements: [] });
          expect(missing.includes('placements true')).toBe(residents > 0);
          expect(missing.includes('refundBy form')).toBe(refundFen > 0);
        }),
      );
    },
  );

  it.each(['SUSPENSION', 'CLOSURE'] as const)('look twice in a %s at more residents than beds', (type) => {
    const residents = (people: number) =>
      validateForm(
        noticeFormOf('ELDERLY_CARE', type),
        {
          institution: {
            capacity: 60,
            notice: { ...NOTICE, residents: people, placements: [{ destination: 'HOME', people }] },
          },
        },
        { ...CONTEXT, terms: TERMS },
      );
    expect(residents(60)).toEqual([]);
    expect(residents(61)).toMatchObject([
      {
        severity: 'WARNING',
        pointer: '/institution/notice/residents',
        code: 'RESIDENTS_EXCEED_BEDS',
        message: '在住老年人数超过床位数（60 张），请核对；床位有变化的，应当办理变更',
      },
    ]);
  });

  describe('of a 托育机构', () => {
    const newest = (type: FilingType) => {
      const form = FORMS.findLast((each) => each.kind === 'CHILDCARE' && each.filingType === type);
      if (!form) throw new Error(`no form for ${type}`);
      return form;
    };
    const document = (notice: object) => ({
      institution: { capacity: 60, notice: { ...NOTICE, ...notice } },
    });
    const open = (notice: object) =>
      missingFields(newest('SUSPENSION'), document(notice)).map(({ pointer }) =>
        pointer.replace('/institution/notice/', ''),
      );
    const said = (notice: object) =>
      validateForm(newest('SUSPENSION'), document(notice), { ...CONTEXT, terms: TERMS }).map(
        ({ pointer, code, severity }) => `${severity} ${pointer.replace('/institution/notice/', '')} ${code}`,
      );

    it('ask where the children go while there are any, and for the receiver of those who go elsewhere alone', () => {
      expect(open({ refundBy: '2026-12-31' })).toEqual([]);
      expect(open({ refundFen: 0, placements: [] })).toEqual(['placements']);
      expect(open({ refundFen: 0, residents: 0, placements: [] })).toEqual([]);
      const placements = [
        { destination: 'OTHER_INSTITUTION', people: 2 },
        { destination: 'HOME', people: 1, name: '示例·蒲公英托育中心' },
      ];
      expect(open({ refundFen: 0, placements })).toEqual(['placements/0/name']);
      const field = fieldsOf(newest('CLOSURE')).find(({ type }) => type === 'rows');
      if (!field) throw new Error('no rows are asked for');
      expect(displayValue(field, placements)).toBe('转入其他机构 2 人（未填报）；回家照护 1 人');
    });

    it('ask by when is paid back what is to be paid back', () => {
      expect(open({})).toEqual(['refundBy']);
      expect(open({ refundFen: 0 })).toEqual([]);
    });

    it('look twice at more children than there are places', () => {
      const children = (residents: number) =>
        said({ residents, placements: [{ destination: 'HOME', people: residents }] });
      expect(children(60)).toEqual([]);
      expect(children(61)).toEqual(['WARNING residents CHILDREN_EXCEED_PLACES']);
    });

    it('are explained with other 托育机构, and say of nothing that it was answered', () => {
      const text = JSON.stringify([newest('SUSPENSION'), newest('CLOSURE'), newest('RESUMPTION')]);
      expect(text).not.toMatch(/养老|颐养|档案室/);
      const successor = fieldsOf(newest('CLOSURE')).find(({ pointer }) => pointer.endsWith('/successor'));
      expect(successor && displayValue(successor, null)).toBe('未填报');
    });
  });
});
