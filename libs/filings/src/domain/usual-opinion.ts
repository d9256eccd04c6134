import type { Filing } from './filing';
import type { Consultable } from './opinion';

/** A department that is asked of course about such a site, and what it is asked (一般征求意见). */
export interface UsualOpinion {
  readonly department: string;
  readonly departmentName: string;
  readonly question: string;
  readonly reason: string;
}

const EDUCATION = 'education';

/** A 托班 that a kindergarten has opened (幼儿园托班): 教育 supervises the kindergarten, 卫生健康 the service for those under three. */
function isKindergartenClass({ kind, application }: Pick<Filing, 'kind' | 'application'>): boolean {
  return kind === 'CHILDCARE' && application.particulars['organiser'] === 'KINDERGARTEN';
}

/**
 * Whom to ask unless there is a reason not to: of a 幼儿园托班 the education department.
 * @param asked departments that have been asked about this filing, whatever became of it
 * @law 学前教育法第八十四条第二款: 幼儿园提供托育服务的，依照有关法律法规和国家有关规定执行
 */
export function usualOpinion(
  filing: Pick<Filing, 'kind' | 'application'>,
  consultables: readonly Consultable[],
  asked: readonly string[],
): UsualOpinion | null {
  const education = consultables.find(({ code }) => code === EDUCATION);
  if (!isKindergartenClass(filing) || education === undefined || asked.includes(EDUCATION)) return null;
  return {
    department: EDUCATION,
    departmentName: education.name,
    question: '该幼儿园拟开设托班，请就其办园资质、办园行为以及是否同意开设托班提出意见。',
    reason:
      '幼儿园由教育部门管理，提供托育服务的，还要依照托育的有关规定办理（《中华人民共和国学前教育法》第八十四条第二款）',
  };
}
