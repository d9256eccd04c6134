import { addDays } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { usualFaults, validateForm } from '../src';
import { CONTEXT, FORMS } from './forms.builder';
import { NOTICE, TERMS } from './notice.builder';

const stops = FORMS.filter(({ filingType }) => filingType === 'SUSPENSION' || filingType === 'CLOSURE');
const ofElderly = stops.filter(({ kind }) => kind === 'ELDERLY_CARE');
const suspensions = stops.filter(({ filingType }) => filingType === 'SUSPENSION');
const found = (form: (typeof FORMS)[number], institution: object, code: string) =>
  validateForm(form, { institution }, { ...CONTEXT, terms: TERMS }).filter((fault) => fault.code === code);

describe('warnings that hold for every version of a form', () => {
  it('look twice at more residents than beds, once in each', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ofElderly),
        fc.nat({ max: 80 }),
        fc.integer({ min: 1, max: 80 }),
        (form, residents, capacity) => {
          const faults = found(form, { capacity, notice: { ...NOTICE, residents } }, 'RESIDENTS_EXCEED_BEDS');
          expect(faults.map(({ severity }) => severity)).toEqual(residents > capacity ? ['WARNING'] : []);
        },
      ),
    );
  });

  it('look at the beds by the name of the form, whatever its fields are called', () => {
    for (const form of ofElderly) {
      const renamed = JSON.parse(JSON.stringify(form).replaceAll('在住老年人数', '在住人数')) as typeof form;
      const faults = found(
        renamed,
        { capacity: 1, notice: { ...NOTICE, residents: 2 } },
        'RESIDENTS_EXCEED_BEDS',
      );
      expect(faults).toHaveLength(1);
    }
  });

  it('look twice at a suspension that ends on its first day, which is nothing to tell', () => {
    fc.assert(
      fc.property(fc.constantFrom(...suspensions), fc.integer({ min: -3, max: 3 }), (form, days) => {
        const notice = { ...NOTICE, endsOn: addDays(NOTICE.startsOn, days) };
        const faults = found(form, { notice }, 'ENDS_ON_START');
        expect(faults.map(({ severity, pointer }) => [severity, pointer])).toEqual(
          days === 0 ? [['WARNING', '/institution/notice/endsOn']] : [],
        );
      }),
    );
  });

  it('cite the provision of the kind', () => {
    for (const form of suspensions.filter(({ effectiveTo }) => effectiveTo === null)) {
      const [fault] = found(form, { notice: { ...NOTICE, endsOn: NOTICE.startsOn } }, 'ENDS_ON_START');
      expect(fault?.basis?.law).toContain(form.kind === 'ELDERLY_CARE' ? '养老机构' : '托育机构');
    }
  });

  it('are told beforehand, once', () => {
    for (const form of ofElderly) {
      const told = usualFaults(form, new Map(), TERMS).filter(({ code }) => code === 'RESIDENTS_EXCEED_BEDS');
      expect(told).toHaveLength(1);
    }
  });
});
