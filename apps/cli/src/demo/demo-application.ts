import type { Kind } from '@zhaoguan/contracts';
import { DEMO_DISTRICT } from './accounts';
import { demoUscc } from './demo-codes';

/** A complete application: every item of the form, so that nothing is left open (`incomplete` is empty). */
export function demoApplication(kind: Kind) {
  const uscc = demoUscc('52');
  // A house number, and what tells this walk's institution from the last one's.
  const number = uscc.replace(/\D/g, '').slice(-4);
  return {
    name: `示例·${kind === 'ELDERLY_CARE' ? '新晖养护院' : '新苗托育中心'}${number}`,
    uscc,
    legalForm: 'PRIVATE_NON_ENTERPRISE',
    ownership: 'PRIVATE',
    district: DEMO_DISTRICT,
    township: `${DEMO_DISTRICT}001`,
    address: `陕西省西安市长安区韦曲街道示例路${number}号`,
    premisesTenure: 'LEASED',
    leaseStartsOn: '2026-01-01',
    leaseEndsOn: '2035-12-31',
    legalRepresentative: { name: '示例甲', residentId: '610116189001010019', phone: '13800000000' },
    contact: { name: '示例乙', phone: '13900000000' },
    servicePhone: '029-85000000',
    ...(kind === 'ELDERLY_CARE' ? BEDS : PLACES),
  };
}

const BEDS = { capacity: 120, nursingBeds: 72, floorAreaM2: 4200, mealsProvided: true };

const PLACES = {
  capacity: 60,
  floorAreaM2: 560,
  serviceForms: ['FULL_DAY', 'HALF_DAY'],
  classes: [
    { type: 'YOUNGER_TODDLER', classes: 2, places: 28 },
    { type: 'OLDER_TODDLER', classes: 2, places: 32 },
  ],
  mealsProvided: true,
};
