import { caseWords, matterInWords, type NotificationType, type RegimeWords } from '@zhaoguan/contracts';
import type { FilingFacts } from './facts';
import type { Subject } from './notification';

export const filing = ({ id }: Pick<FilingFacts, 'id'>): Subject => ({ type: 'filing', id });

/** `备案` for a first one, else what it is: `变更备案`, `终止服务备案`; under a licence `许可申请`, `延续许可`, `变更许可`. */
export const typeInWords = (facts: Pick<FilingFacts, 'type' | 'regime' | 'renewal' | 'prolongs'>): string => {
  const { type, regime } = facts;
  if (regime === 'LICENCE') return matterInWords(facts);
  if (type === 'INITIAL') return '备案';
  return type === 'CHANGE' ? matterInWords(facts) : `${matterInWords(facts)}备案`;
};

/** What a licensed institution tells of its service (暂停、恢复、终止) is registered: nothing is granted. */
export const isLicensedNotice = (facts: Pick<FilingFacts, 'type' | 'regime'>): boolean =>
  caseWords(facts).process === 'licence-notice';

/** What a notice is called, by the law under which the case is handled, and by what it is about. */
const NOTICE_TYPES = {
  filing: {
    SUBMITTED: 'FILING_SUBMITTED',
    RETURNED: 'FILING_RETURNED',
    REFUSED: 'FILING_REFUSED',
    LAPSED: 'FILING_LAPSED',
    WITHDRAWN: 'FILING_WITHDRAWN',
    ACCEPTED: 'FILING_ACCEPTED',
  },
  licence: {
    SUBMITTED: 'LICENCE_SUBMITTED',
    RETURNED: 'LICENCE_RETURNED',
    REFUSED: 'LICENCE_REFUSED',
    LAPSED: 'LICENCE_LAPSED',
    WITHDRAWN: 'LICENCE_WITHDRAWN',
    ACCEPTED: 'LICENCE_GRANTED',
  },
  'licence-notice': {
    SUBMITTED: 'REGISTRATION_SUBMITTED',
    RETURNED: 'REGISTRATION_RETURNED',
    REFUSED: 'REGISTRATION_REFUSED',
    LAPSED: 'REGISTRATION_LAPSED',
    WITHDRAWN: 'REGISTRATION_WITHDRAWN',
    ACCEPTED: 'REGISTRATION_ACCEPTED',
  },
} as const satisfies Readonly<Record<RegimeWords['process'], Readonly<Record<string, NotificationType>>>>;

export const noticeTypes = (facts: Pick<FilingFacts, 'type' | 'regime'>) =>
  NOTICE_TYPES[caseWords(facts).process];
