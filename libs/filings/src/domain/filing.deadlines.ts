import type { FilingType, Kind } from '@zhaoguan/contracts';
import type { Filing } from './filing';
import { asksForLicence, isNotice } from './filing-types';
import type { FilingAction } from './filing.process';

/**
 * The term in which the authority answers, counted in working days from the day after it received the materials
 * (reference list `terms`, code FILING_RECEIPT, by kind, district and day).
 *
 * While a filing is returned nothing is due. The term runs from the receipt of materials that are complete, so handing
 * in again begins a new one; the days used before the return do not count.
 * @law 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）第九条: 收到备案材料后5个工作日内；
 *   养老机构管理办法（民政部令第66号）: 材料齐全的出具备案回执, no number of days, five is this system's upper bound
 */
export const RECEIPT_TERM = 'FILING_RECEIPT';

/**
 * The same for a licence. What is complete and in due form when it comes in is accepted for examination with that (受理), and the term runs from
 * there; what is not is returned, and accepted when it is complete.
 * @law 行政许可法第三十二条第一款第四项、第五项，第四十二条第一款，第八十二条（工作日）
 */
const LICENCE_TERM = 'LICENCE_DECISION';

/**
 * In which term the authority answers. What a licensed institution tells of its service (暂停、恢复、终止) asks for no licence: it is registered,
 * and answered as soon as the same notice of one that has filed.
 */
export const answerTermOf = (filing: Pick<Filing, 'regime' | 'type'>): string =>
  asksForLicence(filing) ? LICENCE_TERM : RECEIPT_TERM;

/**
 * The term in which an applicant hands in again what was returned, counted from the day after the return; then the
 * filing counts as withdrawn. No law says a number of days: it is the authority's, in `terms`. A last day on which offices are
 * closed moves to the next working day.
 * @law 民法典第二百零三条
 */
export const CORRECTION_TERM = 'FILING_CORRECTION';

const ELDERLY = '《养老机构管理办法》（民政部令第66号）';
const LAPSE = '逾期未补正的，视为撤回申请；补正期限由备案机关设定（基础数据 FILING_CORRECTION）';
const WITHDRAW = '作出决定以前，申请人可以撤回申请，不影响以后重新办理';
const ABANDON = '尚未提交的草稿由填写人自行处理，不影响重新填写';
const CHILDCARE = '《托育机构登记和备案办法（试行）》（国卫办人口发〔2019〕25号）';

const HOME = '《家庭托育点管理办法（试行）》（国卫人口发〔2023〕28号）';

interface Provisions {
  /** Of what is handed in, and of its acceptance. */
  readonly filed: string;
  readonly returned: string;
  readonly refused: string;
}

const ELDERLY_LAW = '《中华人民共和国老年人权益保障法》';
/** That institutions for the care of small children file. */
const CHILDCARE_DUTY = '《中华人民共和国人口与计划生育法》第二十八条';
const NORMS = '《托育机构管理规范（试行）》（国卫人口发〔2019〕58号）';

/** What stops and what goes on again stand in one provision; the law itself speaks of the end alone (变更或者终止). */
const STOPPING_ELDERLY: Provisions = {
  filed: `${ELDERLY}暂停、终止服务的规定`,
  returned: `${ELDERLY}指导补正备案材料的规定`,
  refused: `${ELDERLY}暂停、终止服务的规定`,
};

const HOME_PROVISIONS: Provisions = {
  filed: `${CHILDCARE_DUTY}；${HOME}备案的规定`,
  returned: `${HOME}备案的规定`,
  refused: `${HOME}备案的规定`,
};

/** All that is filed after the first is on what was filed with it; 第九条 is on the answer of the authority. */
const changed = (more = ''): Provisions => ({
  filed: `${CHILDCARE_DUTY}；${CHILDCARE}第十条${more}`,
  returned: `${CHILDCARE}第八条、第十条`,
  refused: `${CHILDCARE}第九条、第十条`,
});

/**
 * What is cited for filing and accepting, for returning and for refusing, by what is filed: the same as its form and its
 * materials cite. The provision of a measure is named by its subject where the number of the article was not confirmed.
 * @law 老年人权益保障法第四十三条: 设立养老机构, registration and filing; 第四十六条: 变更或者终止的，妥善安置，依照规定到有关部门办理手续
 */
const LAWS: Readonly<Record<Kind | 'HOME', Readonly<Record<FilingType, Provisions>>>> = {
  ELDERLY_CARE: {
    INITIAL: {
      filed: `${ELDERLY_LAW}第四十三条；${ELDERLY}备案办理的规定`,
      returned: `${ELDERLY}指导补正备案材料的规定`,
      refused: `${ELDERLY}备案范围和备案办理的规定`,
    },
    CHANGE: {
      filed: `${ELDERLY_LAW}第四十六条；${ELDERLY}变更备案的规定`,
      returned: `${ELDERLY}指导补正备案材料的规定`,
      refused: `${ELDERLY}变更备案的规定`,
    },
    SUSPENSION: STOPPING_ELDERLY,
    RESUMPTION: STOPPING_ELDERLY,
    CLOSURE: { ...STOPPING_ELDERLY, filed: `${ELDERLY_LAW}第四十六条；${STOPPING_ELDERLY.filed}` },
  },
  CHILDCARE: {
    INITIAL: {
      filed: `${CHILDCARE_DUTY}；${CHILDCARE}第八条、第九条`,
      returned: `${CHILDCARE}第八条`,
      refused: `${CHILDCARE}第九条`,
    },
    CHANGE: changed(),
    SUSPENSION: changed(`；${NORMS}第七条`),
    RESUMPTION: changed(),
    CLOSURE: changed(`；${NORMS}第七条`),
  },
  HOME: {
    INITIAL: HOME_PROVISIONS,
    CHANGE: HOME_PROVISIONS,
    SUSPENSION: HOME_PROVISIONS,
    RESUMPTION: HOME_PROVISIONS,
    CLOSURE: HOME_PROVISIONS,
  },
};

const LICENSING = '《中华人民共和国行政许可法》';

/** Of an application for a licence, what is cited beside the law that asks for it. */
const LICENCE_ARTICLES: Readonly<Record<Exclude<FilingAction, 'lapse' | 'withdraw' | 'abandon'>, string>> = {
  submit: '第二十九条',
  return: '第三十二条第一款第四项',
  refuse: '第三十八条第二款',
  accept: '第三十八条第一款',
  extend: '第四十二条第一款',
  admit: '第三十二条第一款第五项',
  presume: '第三十二条第一款第四项',
  dismiss: '第三十二条第一款',
  renew: '第五十条第二款',
};

/** What is changed of a licence, and that it goes on, is decided by an article of its own. @law 行政许可法第四十九条、第五十条第二款 */
function ownArticles({ type, renewal }: Pick<Filing, 'type' | 'renewal'>): Partial<typeof LICENCE_ARTICLES> {
  if (type === 'CHANGE') return { accept: '第四十九条' };
  return renewal === null ? {} : { accept: '第五十条第二款', refuse: '第三十八条第二款、第五十条第二款' };
}

/** What the history cites for an act. */
export function legalBasisOf(
  {
    kind,
    type,
    licenceLaw,
    renewal = null,
    application: { siteType },
  }: Pick<Filing, 'kind' | 'type' | 'licenceLaw' | 'application'> & Partial<Pick<Filing, 'renewal'>>,
  action: FilingAction,
): string {
  const { filed, returned, refused } = LAWS[siteType ?? kind][type];
  if (action === 'abandon') return ABANDON;
  if (action === 'lapse') return LAPSE;
  if (action === 'withdraw') return WITHDRAW;
  // What stops, goes on or ends is told, and asks for no licence.
  if (licenceLaw !== null && isNotice(type)) return licenceLaw;
  if (licenceLaw !== null) {
    const articles = { ...LICENCE_ARTICLES, ...ownArticles({ type, renewal }) };
    return `${licenceLaw}；${LICENSING}${articles[action]}`;
  }
  if (action === 'submit' || action === 'accept') return filed;
  return action === 'refuse' ? refused : returned;
}
