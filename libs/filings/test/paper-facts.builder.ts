import { plainDate } from '@zhaoguan/kernel';
import { fillIn, type ApplicationInput } from '../src/domain/application';
import type { Filing } from '../src/domain/filing';
import { CHILDCARE_APPLICATION, ELDERLY_APPLICATION } from './filing.builder';
import { storedFiling } from './stored-filing.builder';

const AT = new Date('2026-11-20T02:00:00Z');
/** A case that is handed in. */
export const filing = (more: Partial<Filing> = {}, input: ApplicationInput = {}): Filing =>
  storedFiling({
    type: 'INITIAL',
    kind: 'ELDERLY_CARE',
    status: 'SUBMITTED',
    application: fillIn({
      ...((more.kind === 'CHILDCARE' ? CHILDCARE_APPLICATION : ELDERLY_APPLICATION) as ApplicationInput),
      ...input,
    }),
    submittedAt: AT,
    ...more,
  });
/** What the papers of its acts are made of. */
export const FACTS = {
  reason: '不提供全日集中住宿。\n不属于备案范围。',
  remarks: [
    { place: '养老机构备案申请书“住所”', message: '住所应写到门牌号。' },
    { place: '材料“承诺书”', message: '缺少签名' },
  ],
  correctBy: plainDate('2026-12-21'),
  longer: null,
  amendments: null,
  overtaken: [],
  dismissal: null,
  promised: [],
  licenceBefore: null,
  licenceTerms: {
    service: { value: 10, unit: 'WORKING_DAY' as const },
    renewal: { value: 60, unit: 'DAY' as const },
  },
  handedIn: { uploaded: ['营业执照'], promised: [], atWindow: false },
  on: plainDate('2026-11-23'),
  remedies: { reviewBody: '西安市长安区人民政府', reconsiderationDays: 60, litigationMonths: 6 },
};
