import { systemCaller } from '@zhaoguan/contracts';
import { plainDate, usccCheckDigit } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import { RegisterInstitution, type Institution, type NewInstitution } from '@zhaoguan/institutions';

/** Where use cases are got from: a Nest application. */
export interface UseCases {
  get<T>(type: new (...parameters: never[]) => T): T;
}

let count = 0;
let built = 0;

/** A 统一社会信用代码 of the right shape and check digit that no other institution of this test has. */
export function nextUscc(district = '610116'): string {
  count += 1;
  const first17 = `52${district}MJY${String(count).padStart(6, '0')}`;
  return `${first17}${usccCheckDigit(first17)}`;
}

/** Registers an institution the way an accepted filing does; what is not said is filled with plain values. */
export async function buildInstitution(
  useCases: UseCases,
  facts: Partial<NewInstitution> = {},
): Promise<Institution> {
  const kind = facts.kind ?? 'ELDERLY_CARE';
  const district = facts.district ?? '610116';
  const uscc = facts.uscc ?? nextUscc(district);
  // Far above what the counter of accepted filings gives out in a test.
  built += 1;
  const number = String(8000 + built);
  const complete: NewInstitution = {
    kind,
    name: `示例·春晖${kind === 'ELDERLY_CARE' ? '养护中心' : '托育园'}${number}`,
    uscc,
    legalForm: 'PRIVATE_NON_ENTERPRISE',
    legalRepresentative: null,
    servicePhone: '029-85290000',
    address: `示例路 ${built} 号`,
    district,
    township: null,
    authority: null,
    capacity: kind === 'ELDERLY_CARE' ? 120 : 60,
    nursingBeds: kind === 'ELDERLY_CARE' ? 72 : null,
    ownership: 'PRIVATE',
    floorAreaM2: null,
    details: {},
    filingNumber: `${district}-${kind === 'ELDERLY_CARE' ? 'YL' : 'TY'}-2026-${number}`,
    filedOn: plainDate('2026-03-02'),
    regime: 'FILING',
    validUntil: null,
    operatorId: null,
    source: 'FILING',
    ...facts,
  };
  return useCases
    .get(UnitOfWork)
    .run(systemCaller('test'), (tx) => useCases.get(RegisterInstitution).execute(tx, complete));
}
