import { caseWords, REGIME_WORDS, type RegimeWords } from '@zhaoguan/contracts';
import type { Duplicates } from '../duplicates/queries';
import { afterTakingOver, isOfAnother, OTHER_HEAD } from '../duplicates/taken-over-words';
import { statusAfter } from '../notice-words';
import type { Schemas } from '@zhaoguan/api-client';
import { dayInWords } from '../../../shared/ui/dates';
import type { Filing } from '../queries';
import type { Verification } from '../verification/queries';

type Accepted = Pick<Filing, 'type' | 'regime' | 'renewal'> & {
  readonly prolongs?: Filing['prolongs'];
  readonly institution: Pick<Filing['institution'], 'notice'>;
};
/** What of the register the acceptance touches. */
type Touched = Partial<Pick<Duplicates, 'takesOver' | 'licenses' | 'items'>>;

/** What is given out now, in place of what was before. */
const nextVersion = ({ number, proof }: RegimeWords): string =>
  `${number}不变，系统生成新一版${proof}；以前的由它代替，验真时会写明。`;

/** That the institution is in the register already, and goes over to the licence there. */
function afterLicensing({ name, filingNumber, regime }: NonNullable<Touched['licenses']>): string {
  const { number, proof } = REGIME_WORDS[regime];
  const held = filingNumber === null ? '' : `（${number} ${filingNumber}）`;
  return `“${name}”${held}已在名录中，不另立一家：名录中换为新的许可证编号和有效期，原${proof}由许可证代替，验真时会写明；以前的办理和检查记录随同保留。`;
}

/** That its end was told of what it has filed, and does not come into force any more. */
const fallingClosure = ({ closure }: NonNullable<Touched['licenses']>): string[] =>
  closure === null
    ? []
    : [
        `该机构另有已准予的终止服务，原定${dayInWords(closure.endsOn)}起生效，是就原备案办理的：准予许可以后它不再生效，机构不因此终止，也不再核实安置、退费。仍要终止的，请先与申请人核对。`,
      ];

/** That others serve at the same address, of whom nothing ends by it: whoever takes their place is looked at before (承接). */
function besideOthers(items: Duplicates['items'], own: string | undefined): string[] {
  const serving = items.filter(
    ({ what, id, status, likenesses }) =>
      what === 'INSTITUTION' &&
      id !== own &&
      status !== 'CLOSED' &&
      likenesses.some(({ code }) => code === 'SAME_ADDRESS'),
  );
  if (serving.length === 0) return [];
  const names = serving.map(({ name, statusLabel }) => `“${name}”（${statusLabel}）`).join('、');
  return [
    `同一地址名录中还有${names}，准予以后仍在名录中。它不再经营、由本件机构承接的，请先办理它的终止或者注销，并核对原有服务对象的安置；终止以后准予的，它作为此前的机构写入“沿革与关联”。`,
  ];
}

/** That one code is then in two accounts: perhaps one home twice, by somebody whom its legal person did not send. */
function besideAnotherAccount(items: Duplicates['items'], own: string | undefined): string[] {
  const kept = items.filter(
    (line) => line.what === 'INSTITUTION' && line.id !== own && line.status !== 'CLOSED' && isOfAnother(line),
  );
  if (kept.length === 0) return [];
  const names = kept.map(({ name, address }) => `“${name}”（${address}）`).join('、');
  return [
    `统一社会信用代码相同的${names}归在另一个账号名下：准予以后本件另立一家，同一法人的机构分属两个账号。请先核对是不是同一处，申请人是不是由该法人委托。`,
    ...(kept.some(({ otherHead }) => otherHead) ? [`请注意：${OTHER_HEAD}。`] : []),
  ];
}

/** What the acceptance does, with the day that was filed: it is looked at once more before it counts. */
export function afterAcceptance(
  filing: Accepted,
  { takesOver = null, licenses = null, items = [] }: Touched = {},
): readonly string[] {
  const { type, regime, renewal } = filing;
  const words = caseWords({ type, regime });
  if (type === 'INITIAL' && renewal !== null) {
    return [
      '系统生成新的许可证和准予延续决定书，申请人可以下载；决定向社会公开。',
      '原许可证由新的许可证代替，验真时会写明；名录中换为新的许可证编号和有效期。',
    ];
  }
  if (type === 'INITIAL') {
    if (takesOver !== null) return afterTakingOver(takesOver, { type, regime });
    return [
      regime === 'LICENCE'
        ? '系统生成许可证和准予许可决定书，申请人可以下载；决定向社会公开。'
        : '系统生成备案编号和备案回执，申请人可以下载。',
      licenses === null ? '机构列入名录，公众可以查询；此后纳入双随机抽查。' : afterLicensing(licenses),
      ...(licenses === null ? [] : fallingClosure(licenses)),
      ...besideOthers(items, licenses?.id),
      ...besideAnotherAccount(items, licenses?.id),
    ];
  }
  if (type === 'CHANGE') return ['名录中这家机构的信息改为变更后的内容，公众可以查询。', nextVersion(words)];
  return [
    statusAfter(type, filing),
    regime === 'LICENCE'
      ? `${words.number}不变，系统生成${words.proof}，申请人可以下载。`
      : nextVersion(words),
  ];
}

/** What begins with the acceptance for the office and for the applicant, with its days: a visit, and what was promised. */
export function setGoing(
  { visit, commitments, closure }: Schemas['AcceptanceForeseenDto'],
  materials: readonly Pick<Filing['materials'][number], 'code' | 'name'>[],
): string[] {
  const promised = commitments.map(({ code, dueOn }) => {
    const name = materials.find((material) => material.code === code)?.name ?? code;
    return `“${name}”（最迟 ${dayInWords(dueOn)}）`;
  });
  return [
    ...(visit === null
      ? []
      : [
          `准予以后 ${visit.workingDays} 个工作日以内（最迟 ${dayInWords(visit.dueOn)}），由两名以上工作人员到现场核查，列入待办。`,
        ]),
    ...(closure === null ? [] : followedUp(closure)),
    ...(promised.length === 0 ? [] : [`申请人承诺准予以后补交：${promised.join('、')}。`]),
  ];
}

/** That a closure leaves the office something to do, and that who takes over in another account is told. */
function followedUp({
  from,
  workingDays,
  dueOn,
  told,
}: NonNullable<Schemas['AcceptanceForeseenDto']['closure']>): string[] {
  return [
    `${dayInWords(from)}起列入待办：${workingDays} 个工作日以内（最迟 ${dayInWords(dueOn)}）核实人员是否妥善安置、费用是否退还，记录核实情况。`,
    ...(told === null
      ? []
      : [
          `承接机构“${told}”归在另一个账号名下，它的经办人随即收到告知；核实办结以后，本件的机构才作为此前的机构写入它的沿革。`,
        ]),
  ];
}

type LastVisit = Pick<Verification, 'origin' | 'status' | 'availableActions' | 'unseen'>;

/** Whether what a licence would be granted for is otherwise than the visit of the review has seen it: that is granted with a reason. */
export const isUnseenReview = (last: LastVisit | undefined): boolean =>
  last?.origin === 'REVIEW' && last.status === 'VERIFIED' && last.unseen.length > 0;

/** Of a visit that was ordered, what it means for the decision: as long as it has not ended, or has not seen what is granted. */
export function beforeVisit(last: LastVisit | undefined, accept: string): string[] {
  if (last !== undefined && isUnseenReview(last))
    return [
      `${last.unseen.map(({ label }) => label).join('、')}与现场核查时所见的不同，没有到现场看过。可以另行安排现场核查；仍然${accept}的，请写明理由，理由写入办理过程，申请人可以看到。`,
    ];
  if (last === undefined || last.status === 'VERIFIED' || last.status === 'CANCELLED') return [];
  const unrecorded = last.status !== 'MISMATCH_FOUND';
  if (last.availableActions.includes('settle'))
    return [
      `现场核查不一致的各项，现在填报的与现场所见相同，待复核。${last.origin === 'REVIEW' ? `请先在“现场核查”中办结，再${accept}。` : '准予以后仍可以据此办结，不必再到现场。'}`,
    ];
  if (last.origin === 'REVIEW')
    return [
      unrecorded
        ? `审查中安排的现场核查还没有记录结果，不能${accept}。请先记录现场核查；不再需要的，写明理由撤销安排。`
        : `现场核查与申请的内容不一致。仍然${accept}的，请写明理由；理由写入办理过程，申请人可以看到，准予以后仍须办理变更或者改正。`,
    ];
  return [
    unrecorded
      ? '安排的现场核查还没有记录结果，准予以后继续进行。'
      : '现场核查不一致，准予以后申请人仍须办理变更或者改正。',
  ];
}

/** That a renewal is granted as the register is now, where it says something else than was changed there since it was filled in. */
export function keptChanges({ overtaken }: Pick<Filing, 'overtaken'>): readonly string[] {
  if (overtaken.length === 0) return [];
  const items = overtaken.map(({ label, new: now }) => `${label}“${now}”`).join('、');
  return [`本件填写以后机构经准予变更，下列项目以名录现在的内容准予，不按本件所填：${items}。`];
}
